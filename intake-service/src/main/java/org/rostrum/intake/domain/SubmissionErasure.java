package org.rostrum.intake.domain;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;

/**
 * That a submission was erased, on whose word and why: all that intake keeps of it. In intake's bucket, never changed.
 *
 * @param version the version that stood then
 * @param fileNumber under which the organiser keeps the request; never a name
 */
public record SubmissionErasure(
        String schema,
        SubmissionId submission,
        Reference reference,
        ConsultationId consultation,
        RoundId round,
        int version,
        ErasureGround ground,
        @Nullable String fileNumber,
        Author by,
        Instant erasedAt) {
    public static final String SCHEMA = "https://rostrum.example/schema/submission-erasure/v1";
    private static final Pattern FILE_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,39}");

    /** Numbers and signs only, with a digit in it, so that nobody writes a name there. */
    public static boolean isFileNumber(String text) {
        return FILE_NUMBER.matcher(text).matches() && text.chars().anyMatch(Character::isDigit);
    }

    public SubmissionErasure {
        if (fileNumber != null && !isFileNumber(fileNumber)) {
            throw new IllegalArgumentException("a file number has at most 40 letters, digits and ./_- and a digit");
        }
    }

    /** What stays in the place of each of its manifests. */
    public ErasedSubmission mark() {
        return new ErasedSubmission(
                ErasedSubmission.SCHEMA, submission, reference, consultation, round, ground, erasedAt, false);
    }
}
