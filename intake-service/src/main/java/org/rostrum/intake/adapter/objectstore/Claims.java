package org.rostrum.intake.adapter.objectstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.platform.objectstore.ObjectStore;

/**
 * Which staged files a submission has claimed, under {@code claimed/{submission}/} and then as in {@code staged/}: copies of
 * what it holds, until they are swept.
 */
final class Claims {
    private static final String FOLDER = "claimed/";
    private static final byte[] NOTHING_MORE = "{}".getBytes(StandardCharsets.UTF_8);

    private final ObjectStore store;

    Claims(ObjectStore store) {
        this.store = store;
    }

    static String of(SubmissionId submission) {
        return FOLDER + submission + "/";
    }

    void note(SubmissionId submission, String staged) {
        store.put(of(submission) + staged, NOTHING_MORE, "application/json");
    }

    List<String> claimedBy(SubmissionId submission) {
        var folder = of(submission);
        try (var keys = store.list(folder)) {
            return keys.map(key -> key.substring(folder.length())).toList();
        }
    }

    /** A claim is of no use once its file is swept. */
    void sweep(Instant before) {
        try (var claims = store.listFacts(FOLDER)) {
            claims.filter(claim -> claim.modifiedAt().isBefore(before)).forEach(claim -> store.delete(claim.key()));
        }
    }
}
