package org.rostrum.processing.adapter.extraction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.text.BlockKind;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.domain.text.RawBlock;

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
    private static final Logger LOG = System.getLogger(WorkerAnswer.class.getName());

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
                        ? Unreadable.because(QuarantineReason.NO_TEXT)
                        : new Extracted(
                                mediaType, blocks.stream().map(Found::toBlock).toList(), warnings);
            case "unreadable" -> refused(QuarantineReason.CORRUPTED);
            case "encrypted" -> refused(QuarantineReason.ENCRYPTED);
            case "too-large" -> refused(QuarantineReason.TOO_LARGE);
            case "unsafe" -> refused(QuarantineReason.UNSAFE_PARTS);
            case "malware" -> refused(QuarantineReason.MALWARE);
            case "mismatched" -> refused(QuarantineReason.NOT_WHAT_IT_SAYS);
            case "unsupported" -> new Unreadable(QuarantineReason.UNSUPPORTED_FORMAT, mediaType);
            default -> throw new IllegalStateException("The worker answers with an unknown status: " + status);
        };
    }

    /** The parser's own word for it, the name of an exception, is for operators. */
    private Unreadable refused(QuarantineReason reason) {
        LOG.log(Level.INFO, "A file could not be read; reason={0} fault={1}", reason.code(), detail);
        return Unreadable.because(reason);
    }
}
