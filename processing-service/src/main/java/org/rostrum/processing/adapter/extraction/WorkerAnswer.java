package org.rostrum.processing.adapter.extraction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.rostrum.processing.domain.text.BlockKind;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.domain.text.RawBlock;
import org.rostrum.processing.domain.text.UnreadableReason;

/** An answer of the worker's protocol, version 1 (see org.rostrum.extraction). */
@JsonIgnoreProperties(ignoreUnknown = true)
record WorkerAnswer(
        String requestId,
        String status,
        String mediaType,
        String detail,
        List<Found> blocks,
        List<String> warnings,
        boolean last) {

    record Found(String kind, int level, String text, int page) {

        RawBlock toBlock() {
            return new RawBlock(kindOf(kind), level, text, page);
        }

        private static BlockKind kindOf(String code) {
            return switch (code) {
                case "heading" -> BlockKind.HEADING;
                case "paragraph" -> BlockKind.PARAGRAPH;
                case "list-item" -> BlockKind.LIST_ITEM;
                case "table-row" -> BlockKind.TABLE_ROW;
                default -> throw new IllegalStateException("The worker speaks of an unknown kind of block: " + code);
            };
        }
    }

    Extraction toExtraction() {
        return switch (status) {
            case "ok" ->
                blocks.isEmpty()
                        ? Unreadable.because(UnreadableReason.NO_TEXT)
                        : new Extracted(
                                mediaType, blocks.stream().map(Found::toBlock).toList(), warnings);
            case "unreadable" -> new Unreadable(UnreadableReason.CORRUPTED, detail);
            case "encrypted" -> new Unreadable(UnreadableReason.ENCRYPTED, detail);
            case "too-large" -> new Unreadable(UnreadableReason.TOO_LARGE, detail);
            case "unsupported" -> new Unreadable(UnreadableReason.UNSUPPORTED_FORMAT, mediaType);
            default -> throw new IllegalStateException("The worker answers with an unknown status: " + status);
        };
    }
}
