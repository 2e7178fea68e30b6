package org.rostrum.processing.adapter.extraction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.text.BlockKind;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.domain.text.ExtractionFlag;
import org.rostrum.processing.domain.text.Part;
import org.rostrum.processing.domain.text.Place;
import org.rostrum.processing.domain.text.RawBlock;
import org.rostrum.processing.domain.text.UnreadFile;

/** An answer of the worker's protocol, version 1 (see org.rostrum.extraction). */
@JsonIgnoreProperties(ignoreUnknown = true)
record WorkerAnswer(
        String requestId,
        String status,
        String mediaType,
        String detail,
        List<Found> blocks,
        List<FoundPart> parts,
        List<FoundFlag> flags,
        boolean last) {
    private static final Logger LOG = System.getLogger(WorkerAnswer.class.getName());

    WorkerAnswer {
        parts = parts == null ? List.of() : parts;
        flags = flags == null ? List.of() : flags;
    }

    record Found(String kind, int level, String text, int page, int part, int number) {

        RawBlock toBlock(boolean countsLines) {
            var place = new Place(part, page, number);
            return countsLines
                    ? RawBlock.ofLines(kindOf(kind), level, text, place)
                    : new RawBlock(kindOf(kind), level, text, List.of(place));
        }

        private static BlockKind kindOf(String code) {
            return switch (code) {
                case "heading" -> BlockKind.HEADING;
                case "paragraph" -> BlockKind.PARAGRAPH;
                case "list-item" -> BlockKind.LIST_ITEM;
                case "table-row" -> BlockKind.TABLE_ROW;
                case "footnote" -> BlockKind.FOOTNOTE;
                case "furniture" -> BlockKind.FURNITURE;
                default -> throw new IllegalStateException("The worker speaks of an unknown kind of block: " + code);
            };
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FoundPart(
            String name,
            String mediaType,
            String counts,
            int file,
            @Nullable String problem) {

        boolean isUnread() {
            return problem != null && !problem.isEmpty() && file > 0;
        }

        UnreadFile toUnread() {
            return new UnreadFile(file, name, reasonOf(String.valueOf(problem)));
        }

        Part toPart() {
            return new Part(name, mediaType, Part.Unit.valueOf(counts.toUpperCase(Locale.ROOT)));
        }
    }

    record FoundFlag(String kind, int count, String detail) {

        ExtractionFlag toFlag() {
            return new ExtractionFlag(ExtractionFlag.Kind.ofCode(kind), count, detail);
        }
    }

    Extraction toExtraction() {
        return switch (status) {
            case "ok" -> blocks.isEmpty() ? withoutText() : extracted();
            case "unsupported" -> new Unreadable(QuarantineReason.UNSUPPORTED_FORMAT, mediaType);
            default -> refused(reasonOf(status));
        };
    }

    private static QuarantineReason reasonOf(String status) {
        return switch (status) {
            case "empty" -> QuarantineReason.EMPTY_FILE;
            case "no-text" -> QuarantineReason.NO_TEXT;
            case "unreadable" -> QuarantineReason.CORRUPTED;
            case "encrypted" -> QuarantineReason.ENCRYPTED;
            case "too-large" -> QuarantineReason.TOO_LARGE;
            case "unsafe" -> QuarantineReason.UNSAFE_PARTS;
            case "malware" -> QuarantineReason.MALWARE;
            case "mismatched" -> QuarantineReason.NOT_WHAT_IT_SAYS;
            case "unsupported" -> QuarantineReason.UNSUPPORTED_FORMAT;
            default -> throw new IllegalStateException("The worker answers with an unknown status: " + status);
        };
    }

    private Unreadable withoutText() {
        var why = flags.stream().map(flag -> flag.toFlag().sentence()).collect(Collectors.joining(" "));
        return new Unreadable(QuarantineReason.NO_TEXT, why, unread());
    }

    private List<UnreadFile> unread() {
        return parts.stream()
                .filter(FoundPart::isUnread)
                .map(FoundPart::toUnread)
                .toList();
    }

    private Extracted extracted() {
        return new Extracted(
                mediaType,
                blocks.stream().map(block -> block.toBlock(countsLines(block))).toList(),
                parts.stream().map(FoundPart::toPart).toList(),
                flags.stream().map(FoundFlag::toFlag).toList(),
                unread());
    }

    private boolean countsLines(Found block) {
        return block.part() < parts.size() && parts.get(block.part()).counts().equals("lines");
    }

    /** The parser's own word for it, the name of an exception, is for operators. */
    private Unreadable refused(QuarantineReason reason) {
        LOG.log(Level.INFO, "A file could not be read; reason={0} fault={1}", reason.code(), detail);
        return Unreadable.because(reason);
    }
}
