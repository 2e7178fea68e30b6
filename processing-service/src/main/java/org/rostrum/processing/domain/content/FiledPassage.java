package org.rostrum.processing.domain.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.text.Place;
import org.rostrum.processing.domain.text.Span;

/**
 * A passage and where it is filed.
 *
 * @param ordinal its place in the version, from 1; never changes
 * @param source ordinal of the source that it is a span of
 * @param page of the attachment, from 1; 0 where the format has no pages
 * @param language BCP 47, if recognised
 * @param confirmed whether a person decided, so that no machine may re-file it
 * @param carriedFrom the earlier version in which that person saw the same words; 0 if it was this one
 */
public record FiledPassage(
        int ordinal,
        int source,
        Span span,
        int page,
        @Nullable String language,
        Filing filing,
        boolean confirmed,
        int carriedFrom) {

    /** One that was filed in its own version. */
    public FiledPassage(
            int ordinal, int source, Span span, int page, @Nullable String language, Filing filing, boolean confirmed) {
        this(ordinal, source, span, page, language, filing, confirmed, 0);
    }

    /** Filed as staff filed the same words of an earlier version. */
    FiledPassage carried(Filing confirmedFiling, int version) {
        return new FiledPassage(ordinal, source, span, page, language, confirmedFiling, true, version);
    }

    /** Filed otherwise by the machine; never one that a person confirmed. */
    public FiledPassage refiled(Filing filing) {
        if (confirmed) {
            throw new IllegalStateException("a person has decided where this passage belongs");
        }
        return new FiledPassage(ordinal, source, span, page, language, filing, false, carriedFrom);
    }

    public FiledPassage moved(List<ItemNumber> items) {
        return new FiledPassage(ordinal, source, span, page, language, Filing.byStaff(items), true);
    }

    /** Where its first character stood in the file that its source came from. */
    public Place placeIn(Source whole) {
        return placeIn(whole, span.start());
    }

    /** The same of the character at this offset of the source, which is one of the passage's. */
    public Place placeIn(Source whole, int offset) {
        // Sources read by an older version know only the page.
        return whole.layout().marks().isEmpty()
                ? Place.onPage(page)
                : whole.layout().placeAt(offset);
    }
}
