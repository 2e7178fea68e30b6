package org.rostrum.processing.domain.text;

import org.rostrum.contracts.QuarantineReason;

/**
 * A file in an attachment that could not be read, or has no text.
 *
 * @param number which of the files directly in the attachment it is or stands in, as they are read, from 1
 * @param name as the respondent named it, below the names of those that it is in; for staff only
 */
public record UnreadFile(int number, String name, QuarantineReason reason) {

    public UnreadFile {
        if (number < 1) {
            throw new IllegalArgumentException("Files in a file count from 1, got " + number);
        }
    }

    /** Leaves the name out of logs. */
    @Override
    public String toString() {
        return "UnreadFile[" + number + ", " + reason + "]";
    }
}
