package org.rostrum.processing.domain.text;

import org.rostrum.contracts.QuarantineReason;

/**
 * A file in an attachment that could not be read; the attachment's other files could.
 *
 * @param number which of the files in it, as they are read, from 1
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
