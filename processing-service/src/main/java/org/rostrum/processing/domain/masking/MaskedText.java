package org.rostrum.processing.domain.masking;

import java.util.List;
import org.rostrum.processing.domain.text.Span;

/**
 * A text as it may go public, and what was hidden in it.
 *
 * @param doubtful spans of the text before masking that look like an address in disguise; left in place, for staff
 */
public record MaskedText(String text, List<Mask> masks, List<Span> doubtful) {
    public MaskedText {
        masks = List.copyOf(masks);
        doubtful = List.copyOf(doubtful);
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "MaskedText[" + masks.size() + " masks]";
    }
}
