package org.rostrum.processing.adapter.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key passages of one item as their page shows them; {@link KeyPassageSheets} makes it.
 *
 * @param notes what to know before reading on
 * @param done what just succeeded, if something did
 * @param refusal what was refused, if something was
 * @param nearNone what is near none of the quotes, in a sentence; absent if nothing is
 */
record KeyPassageSheet(
        String address,
        String round,
        String consultation,
        String roundTitle,
        String number,
        KeyPassageList.Text text,
        String passages,
        String submissions,
        String respondents,
        List<String> notes,
        @Nullable String done,
        @Nullable String refusal,
        List<Card> quotes,
        @Nullable String nearNone,
        List<Check> checks,
        List<TermRow> terms,
        boolean compared,
        List<DroppedRow> dropped,
        List<OutdatedRow> outdated) {

    /** One key passage. */
    record Card(
            int place,
            String reference,
            String passage,
            int ordinal,
            List<Segment> words,
            @Nullable Tongue language,
            boolean excerpt,
            String near,
            String origin,
            @Nullable String from,
            @Nullable String hidden,
            List<String> traits,
            StateWords state,
            boolean cleared,
            @Nullable String publicPage,
            @Nullable String flags,
            @Nullable String pinned) {
        @Override
        public String toString() {
            return "Card[" + reference + "]";
        }
    }

    /**
     * How the quotes compare with all, by one trait.
     *
     * @param distance in a sentence
     * @param missing one sentence for each kind of which none was chosen
     * @param more how many rare kinds are left out of the table, in words; absent if none is
     */
    record Check(
            String code,
            String title,
            String column,
            String distance,
            List<String> missing,
            List<Kind> kinds,
            @Nullable String more) {}

    /** Respondents of one kind. */
    record Kind(
            String name,
            boolean stated,
            String respondents,
            String share,
            int chosen,
            String shareChosen,
            boolean missing) {}

    /** One term with some of its places. */
    record TermRow(
            String words,
            @Nullable Tongue language,
            String passages,
            String respondents,
            String share,
            String elsewhere,
            List<Use> uses) {}

    /** A place of a term, with the words around it. */
    record Use(
            String reference,
            int ordinal,
            String before,
            String found,
            String after,
            @Nullable Tongue language) {
        @Override
        public String toString() {
            return "Use[" + reference + "]";
        }
    }

    /** What somebody does not want here. */
    record DroppedRow(String reference, String passage, int ordinal, String words, String by) {
        @Override
        public String toString() {
            return "DroppedRow[" + reference + "]";
        }
    }

    /** What somebody decided about words that are not shown. */
    record OutdatedRow(String reference, String words, String what, String by) {}

    public boolean isEmpty() {
        return quotes.isEmpty();
    }
}
