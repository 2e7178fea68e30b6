package org.rostrum.hostile;

import java.util.Set;
import org.rostrum.contracts.QuarantineReason;

/**
 * A file of the list of hostile input.
 *
 * @param number its case in the list
 * @param what the variant
 * @param name as a stranger would call it
 * @param content its bytes
 * @param expected what must become of it
 */
@SuppressWarnings("ArrayRecordComponent") // made once, compared by nobody
public record HostileFile(int number, String what, String name, byte[] content, Expected expected) {

    /** In no text that is read out of a file: whoever hid it did so for a reason, or it is not the author's. */
    public static final String ABSENT = "Kingfisher";
    /** In the text of every file that is accepted and shown inert. */
    public static final String PRESENT = "Heron";

    /** What must become of a file. */
    public sealed interface Expected {}

    /** Refused at the door, and should it get past it, quarantined. */
    public record Refused() implements Expected {}

    /** The text of the submission counts, the file is set aside with one of these reasons. */
    public record Quarantined(Set<QuarantineReason> reasons) implements Expected {
        public Quarantined {
            reasons = Set.copyOf(reasons);
        }
    }

    /** Read, without anything in it having come alive. */
    public record Inert() implements Expected {}

    @Override
    public String toString() {
        return number + " " + what + " (" + name + ")";
    }
}
