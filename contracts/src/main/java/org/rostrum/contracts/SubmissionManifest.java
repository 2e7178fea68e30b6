package org.rostrum.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a submission as it was acknowledged: the commit point, in intake's bucket, never changed.
 *
 * <p>Holds personal data; its text forms are therefore never logged, and {@link #toString} shows only the reference.
 *
 * @param schema {@link #SCHEMA}
 * @param requestDigest HMAC of the canonical request, to recognise a repetition of the same key with another body
 * @param keyVersion version of intake's keys under which id, digest and sealed contact were made
 * @param language BCP 47 tag that the respondent chose, if any
 * @param text free text that belongs to no box
 * @param sealedContact contact details that only intake can open (AES-GCM, base64), if any were given
 * @param channel how it came in; absent in manifests of before there was more than one
 * @param flags what intake noticed about how it arrived
 * @param begunAt when the last begun of its uploads began, if it has any that came ahead of it: decides about the grace
 * @param previous SHA-256 of the manifest of the version before this one; absent for version 1
 */
public record SubmissionManifest(
        String schema,
        SubmissionId submission,
        Reference reference,
        int version,
        ConsultationId consultation,
        RoundId round,
        SubmissionKind kind,
        Instant receivedAt,
        String requestDigest,
        int keyVersion,
        Respondent respondent,
        @Nullable String onBehalfOf,
        @Nullable String language,
        Publication publication,
        boolean declaration,
        @Nullable String summary,
        List<Answer> answers,
        @Nullable String text,
        List<Attachment> attachments,
        @Nullable String sealedContact,
        @Nullable Channel channel,
        List<SubmissionFlag> flags,
        @Nullable Instant begunAt,
        @Nullable String previous) {

    public static final String SCHEMA = "https://rostrum.example/schema/submission-manifest/v1";

    public SubmissionManifest {
        answers = Absent.list(answers);
        attachments = Absent.list(attachments);
        flags = Absent.list(flags);
    }

    /** Who responds; every part may be absent. No contact details: those are sealed. */
    public record Respondent(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String jobTitle,
            @Nullable String organisation,
            @Nullable String country,
            @Nullable String stakeholderGroup) {
        @Override
        public String toString() {
            return "Respondent[not shown]";
        }
    }

    /** What was written into the box of one item. */
    public record Answer(ItemNumber item, String text) {
        @Override
        public String toString() {
            return "Answer[item=" + item + "]";
        }
    }

    /**
     * One file, stored beside the manifest.
     *
     * @param ordinal its place in the submission, from 1
     * @param fileName as the respondent named it; for staff only
     * @param mediaType as the respondent's software declared it
     */
    public record Attachment(int ordinal, String fileName, String mediaType, ObjectRef object) {
        @Override
        public String toString() {
            return "Attachment[ordinal=" + ordinal + "]";
        }
    }

    @Override
    public String toString() {
        return "SubmissionManifest[" + reference + " v" + version + "]";
    }
}
