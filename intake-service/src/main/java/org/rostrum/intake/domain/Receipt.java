package org.rostrum.intake.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionManifest;

/**
 * What a respondent holds once a submission is acknowledged: proof of what arrived when. All of it follows from the manifest,
 * so the same submission always has the same receipt, byte for byte.
 *
 * @param receivedAt UTC, to the millisecond
 * @param receivedAtLocal the same instant in words, in the consultation's time zone
 * @param manifestSha256 fingerprint of the manifest's bytes
 * @param secret opens the status page
 * @param flags whether it came late, or in the grace after the closing
 * @param previousManifestSha256 fingerprint of the manifest of the version before this one; absent for the first
 * @param signature over the canonical JSON of everything else; absent only while signing
 */
public record Receipt(
        String schema,
        Reference reference,
        ConsultationId consultation,
        RoundId round,
        int version,
        String receivedAt,
        String receivedAtLocal,
        String manifestSha256,
        List<ReceivedFile> attachments,
        String secret,
        String statusUrl,
        List<SubmissionFlag> flags,
        @Nullable String previousManifestSha256,
        @Nullable Signature signature) {

    public static final String SCHEMA = "https://rostrum.example/schema/receipt/v1";

    private static final DateTimeFormatter UTC_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOCAL_SECONDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss '('VV', UTC'xxx')'", Locale.ENGLISH);
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss.SSS '('VV', UTC'xxx')'", Locale.ENGLISH);

    public Receipt {
        attachments = List.copyOf(attachments);
        flags = List.copyOf(flags);
    }

    /** One file as it arrived. */
    public record ReceivedFile(int ordinal, String fileName, long size, String sha256) {
        @Override
        public String toString() {
            return "ReceivedFile[ordinal=" + ordinal + "]";
        }
    }

    /**
     * Proves that intake issued it.
     *
     * @param algorithm Ed25519 (RFC 8032), which signs deterministically
     * @param keyId names the public key at {@code /api/v1/receipt-key}
     * @param value base64
     */
    public record Signature(String algorithm, String keyId, String value) {}

    public static Receipt unsigned(
            SubmissionManifest manifest, String sha256, ZoneId zone, ReceiptSecret secret, String statusUrl) {
        return new Receipt(
                SCHEMA,
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                manifest.version(),
                inUtc(manifest.receivedAt()),
                inWords(manifest.receivedAt(), zone),
                sha256,
                manifest.attachments().stream().map(Receipt::received).toList(),
                secret.value(),
                statusUrl,
                manifest.flags().stream().filter(SubmissionFlag::isPublic).toList(),
                manifest.previous(),
                null);
    }

    public Receipt signed(Signature by) {
        return new Receipt(
                schema,
                reference,
                consultation,
                round,
                version,
                receivedAt,
                receivedAtLocal,
                manifestSha256,
                attachments,
                secret,
                statusUrl,
                flags,
                previousManifestSha256,
                by);
    }

    static String inUtc(Instant instant) {
        return UTC_MILLIS.format(instant);
    }

    /** An instant as respondents read it: date, time to the millisecond, zone and its offset, in English. */
    public static String inWords(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return local.getNano() == 0 ? LOCAL_SECONDS.format(local) : LOCAL.format(local);
    }

    private static ReceivedFile received(SubmissionManifest.Attachment attachment) {
        return new ReceivedFile(
                attachment.ordinal(),
                attachment.fileName(),
                attachment.object().size(),
                attachment.object().sha256());
    }

    @Override
    public String toString() {
        return "Receipt[" + reference + " v" + version + "]";
    }
}
