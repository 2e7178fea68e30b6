package org.rostrum.processing.domain.text;

import java.util.List;
import org.rostrum.contracts.QuarantineReason;

/** What came out of an attempt to read a file. */
public sealed interface Extraction {

    /**
     * The file's text, block by block.
     *
     * @param mediaType what the content is, whatever the sender called it
     * @param parts of the file, in the order of their indices; the first is the file itself
     * @param flags what was left out or is doubtful, for staff
     * @param unread files in it that could not be read
     */
    record Extracted(
            String mediaType,
            List<RawBlock> blocks,
            List<Part> parts,
            List<ExtractionFlag> flags,
            List<UnreadFile> unread)
            implements Extraction {
        public Extracted {
            blocks = List.copyOf(blocks);
            parts = List.copyOf(parts);
            flags = List.copyOf(flags);
            unread = List.copyOf(unread);
        }

        /** A file in which everything could be read. */
        public Extracted(String mediaType, List<RawBlock> blocks, List<Part> parts, List<ExtractionFlag> flags) {
            this(mediaType, blocks, parts, flags, List.of());
        }

        /** A file without parts and without anything to flag. */
        public Extracted(String mediaType, List<RawBlock> blocks) {
            this(mediaType, blocks, List.of(new Part("", mediaType, Part.Unit.LINES)), List.of());
        }

        /** The flags, in words for staff. */
        public List<String> warnings() {
            return flags.stream().map(ExtractionFlag::sentence).toList();
        }

        public NormalisedText text() {
            return NormalisedText.ofBlocks(blocks);
        }

        /** Leaves the text out of logs. */
        @Override
        public String toString() {
            return "Extracted[" + mediaType + ", " + blocks.size() + " blocks, " + flags + "]";
        }
    }

    /**
     * No text, and why.
     *
     * @param detail for staff, in words that they understand; may be empty
     * @param unread files in it that could not be read, where that is why
     */
    record Unreadable(QuarantineReason reason, String detail, List<UnreadFile> unread) implements Extraction {
        public Unreadable {
            unread = List.copyOf(unread);
        }

        public Unreadable(QuarantineReason reason, String detail) {
            this(reason, detail, List.of());
        }

        public static Unreadable because(QuarantineReason reason) {
            return new Unreadable(reason, "");
        }

        /** What to tell the respondent. */
        public String sentence() {
            return reason.sentence();
        }
    }
}
