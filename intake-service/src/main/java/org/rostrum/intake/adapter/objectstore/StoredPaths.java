package org.rostrum.intake.adapter.objectstore;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.RecordKey;

/**
 * Where in the bucket lies what has a record in the log: all of a submission under {@code submissions/{reference}/}, but for
 * its erasure, which is one of few and is listed apart.
 */
final class StoredPaths {
    static final String FOLDER = "submissions/";
    static final String ERASURES = "erasures/";
    private static final Pattern PATH = Pattern.compile(
            "submissions/([^/]+)/(?:(?<version>[0-9]{1,5})/manifest|(?<act>withdrawal|dispute))\\.json");

    private StoredPaths() {}

    static String of(RecordKey key) {
        return switch (key) {
            case ManifestKey manifest -> folder(manifest.reference()) + manifest.version() + "/manifest.json";
            case RecordKey.OfWithdrawal withdrawal -> folder(withdrawal.reference()) + "withdrawal.json";
            case RecordKey.OfDispute dispute -> folder(dispute.reference()) + "dispute.json";
            case RecordKey.OfErasure erasure -> ERASURES + erasure.reference() + ".json";
        };
    }

    static String folder(Reference reference) {
        return FOLDER + reference + "/";
    }

    /** Empty for a path that is none of ours, or not spelt as we spell it. */
    static Optional<RecordKey> parse(String path) {
        var match = PATH.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        return Reference.parse(match.group(1))
                .map(reference -> key(reference, match.group("version"), match.group("act")))
                .filter(key -> of(key).equals(path));
    }

    private static RecordKey key(Reference reference, @Nullable String version, @Nullable String act) {
        if (version != null) {
            return new ManifestKey(reference, Integer.parseInt(version));
        }
        return "withdrawal".equals(act) ? new RecordKey.OfWithdrawal(reference) : new RecordKey.OfDispute(reference);
    }
}
