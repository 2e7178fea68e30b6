package org.rostrum.intake.adapter.http;

import java.util.List;
import org.rostrum.intake.domain.Limits;
import org.rostrum.platform.problem.Problem;

/**
 * Stops the reading of a body as soon as its files are more than one submission may hold, so that no disk is filled with what
 * will be refused.
 */
final class SpoolLimits {
    private final Limits limits;
    private int files;
    private boolean isCounted;
    private long ofFile;
    private long together;

    SpoolLimits(Limits limits) {
        this.limits = limits;
    }

    /** One without a byte is what a browser sends for an input left empty, and no file yet. */
    void beginFile() {
        isCounted = false;
        ofFile = 0;
    }

    /** Throws a {@link org.rostrum.platform.problem.ProblemException} (413) beyond the limits. */
    void take(int bytes) {
        if (!isCounted && bytes > 0) {
            isCounted = true;
            files++;
        }
        ofFile += bytes;
        together += bytes;
        if (files > limits.attachments()) {
            throw tooMuch("/attachments", "At most %d attachments are taken.".formatted(limits.attachments()));
        }
        if (ofFile > limits.attachmentBytes()) {
            throw tooMuch(
                    "/attachments/" + (files - 1),
                    "Attachment %d is too large; at most %s are taken."
                            .formatted(files, Words.size(limits.attachmentBytes())));
        }
        if (together > limits.attachmentsBytes()) {
            throw tooMuch(
                    "/attachments",
                    "All attachments together are too large; at most %s are taken."
                            .formatted(Words.size(limits.attachmentsBytes())));
        }
    }

    private static RuntimeException tooMuch(String pointer, String detail) {
        return Problem.of(413, "attachments-too-large", "The attachments are too large or too many")
                .kept("Nothing of this submission was kept.")
                .next("Leave out or shrink what is listed and send the rest again.")
                .errors(List.of(new Problem.FieldError(pointer, "attachments", detail)))
                .asException();
    }
}
