package org.rostrum.processing.domain.text;

import java.util.List;
import org.rostrum.contracts.QuarantineReason;

/** What came out of an attempt to read a file. */
public sealed interface Extraction {

    /**
     * The file's text, block by block.
     *
     * @param mediaType what the content is, whatever the sender called it
     * @param warnings what was left out or doubtful, for staff
     */
    record Extracted(String mediaType, List<RawBlock> blocks, List<String> warnings) implements Extraction {
        public Extracted {
            blocks = List.copyOf(blocks);
            warnings = List.copyOf(warnings);
        }

        public NormalisedText text() {
            return NormalisedText.ofBlocks(blocks);
        }

        /** Leaves the text out of logs. */
        @Override
        public String toString() {
            return "Extracted[" + mediaType + ", " + blocks.size() + " blocks, " + warnings + "]";
        }
    }

    /**
     * No text, and why.
     *
     * @param detail for staff, in words that they understand; may be empty
     */
    record Unreadable(QuarantineReason reason, String detail) implements Extraction {

        public static Unreadable because(QuarantineReason reason) {
            return new Unreadable(reason, "");
        }

        /** What to tell the respondent. */
        public String sentence() {
            return reason.sentence();
        }
    }
}
