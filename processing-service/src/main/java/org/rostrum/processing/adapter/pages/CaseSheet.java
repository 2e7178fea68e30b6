package org.rostrum.processing.adapter.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as its page shows it; {@link CaseSheets} makes it.
 *
 * @param round its title, if the definition has arrived
 * @param read whether its files have been read
 * @param preview what would go public; absent for confidential and unread ones
 * @param publicPage where it is published, or an earlier version of it, if it is
 * @param marks what staff should notice
 * @param times when its round closes, if the definition has arrived
 * @param disputed since when its authorship is disputed, if it is
 * @param kin how it stands to others of its round, if it is not alone
 * @param flagged what a person must look at, by kind
 * @param changes what changed since an earlier version, if there is one
 */
record CaseSheet(
        String reference,
        int version,
        int revision,
        StateWords state,
        String consultation,
        String round,
        String kind,
        Moment received,
        Sender sender,
        PublicationWords publication,
        boolean read,
        @Nullable Tongue language,
        @Nullable String summary,
        int passages,
        int unfiled,
        int suggested,
        List<Section> sections,
        List<Original> originals,
        List<FileLine> files,
        @Nullable Preview preview,
        Deciding deciding,
        List<HistoryLine> history,
        @Nullable String publicPage,
        List<MarkWords> marks,
        @Nullable RoundTimes times,
        boolean closed,
        boolean erased,
        @Nullable Moment disputed,
        @Nullable Kin kin,
        List<FlagWords> flagged,
        @Nullable Changes changes) {
    private static final int LONG = 3000;

    /** What the respondent allowed, and what that means for staff. */
    record PublicationWords(String label, String badge, String meaning) {}

    /** Label and value. */
    record Fact(String label, String value) {}

    /** @param facts what the respondent said about themselves; may be empty */
    record Sender(List<Fact> facts) {
        @Override
        public String toString() {
            return "Sender[not shown]";
        }
    }

    /**
     * An item with its passages; {@code none} for those that answer no question.
     *
     * @param keyPassages where the key passages of the item are
     * @param quotable whether a passage of this case may be one
     */
    record Section(
            String number,
            String anchor,
            @Nullable String text,
            boolean none,
            @Nullable String keyPassages,
            boolean quotable,
            List<Card> cards) {}

    /**
     * One passage under one item.
     *
     * @param anchor unique on the page, though a passage may stand under several items
     * @param pieces its text, in order
     * @param unmarked how many findings in it are not marked, in words; absent if all are
     * @param look modifier of the design system's passage
     * @param basis why it is here
     * @param confidence in percent, of suggestions only
     * @param others other items under which it stands too
     * @param current its items, to be sent again by who confirms them
     */
    record Card(
            int ordinal,
            String anchor,
            List<FlagMarks.Piece> pieces,
            @Nullable String unmarked,
            @Nullable Tongue language,
            String origin,
            @Nullable String fileName,
            String look,
            String basis,
            boolean suggested,
            @Nullable String confidence,
            List<String> others,
            List<String> current,
            List<Suggestion> suggestions,
            List<ItemChoice> choices,
            boolean movable,
            boolean open,
            @Nullable String refusal,
            @Nullable String done) {
        @Override
        public String toString() {
            return "Card[" + ordinal + "]";
        }
    }

    /** A runner-up, to be chosen with one click. */
    record Suggestion(String number, String text, String confidence) {}

    /** One checkbox of the move form. */
    record ItemChoice(String number, String text, int depth, boolean ticked) {}

    /**
     * A source as it was sent.
     *
     * @param covered how much of its text is in passages, in words
     */
    record Original(
            int ordinal,
            String title,
            @Nullable String fileName,
            @Nullable Tongue language,
            String covered,
            List<Segment> segments) {

        int length() {
            return segments.stream()
                    .mapToInt(segment -> segment.text().length())
                    .sum();
        }
    }

    /** An attachment and what became of it. */
    record FileLine(
            int ordinal,
            String fileName,
            String mediaType,
            String size,
            @Nullable String quarantined,
            List<String> warnings,
            List<UnreadLine> unread) {
        @Override
        public String toString() {
            return "FileLine[" + ordinal + "]";
        }
    }

    /** A file in an attachment that could not be read. */
    record UnreadLine(int number, String name, String why) {
        @Override
        public String toString() {
            return "UnreadLine[" + number + "]";
        }
    }

    /**
     * What would go public.
     *
     * @param hidden what is masked, in words
     * @param doubts places that may want masking and are not
     */
    record Preview(
            List<Fact> contributor,
            List<Segment> summary,
            List<PreviewPassage> passages,
            int masks,
            String hidden,
            int doubts) {}

    /** A passage of the preview. */
    record PreviewPassage(
            int ordinal, String under, @Nullable Tongue language, List<Segment> segments) {}

    /**
     * What staff can decide now.
     *
     * @param standing what holds now, in words
     * @param warning what to look at before deciding again
     */
    record Deciding(
            String standing,
            @Nullable String warning,
            boolean clear,
            boolean withhold,
            boolean recall,
            boolean dismiss,
            boolean release,
            Typed typed,
            @Nullable String done) {

        public String withholdReason() {
            return typed.reasonOf(Typed.Form.WITHHOLD);
        }

        public String recallReason() {
            return typed.reasonOf(Typed.Form.RECALL);
        }

        public String dismissReason() {
            return typed.reasonOf(Typed.Form.DISMISS);
        }

        @Nullable
        public String dismissRefusal() {
            return typed.refusalOf(Typed.Form.DISMISS).orElse(null);
        }

        @Nullable
        public String withholdRefusal() {
            return typed.refusalOf(Typed.Form.WITHHOLD).orElse(null);
        }

        @Nullable
        public String recallRefusal() {
            return typed.refusalOf(Typed.Form.RECALL).orElse(null);
        }

        /** Of the forms without a field of their own. */
        @Nullable
        public String refusal() {
            return typed.refusalOf(Typed.Form.CLEAR)
                    .or(() -> typed.refusalOf(Typed.Form.RELEASE))
                    .orElse(null);
        }

        public boolean refused() {
            return !typed.refusal().isEmpty();
        }

        public String anyRefusal() {
            return typed.refusal();
        }

        /** The passage whose move was refused; 0 if it was something else. */
        public int moving() {
            return typed.passage();
        }
    }

    /** Who did what, when. */
    record HistoryLine(
            Moment at, String who, String what, @Nullable String reason) {}

    /** Of those, what has to be ticked by who clears it. */
    public List<FlagWords> unseen() {
        return flagged.stream().filter(FlagWords::exposed).toList();
    }

    /** Short ones are open: there is nothing to be spared. */
    public boolean openOriginals() {
        return originals.stream().mapToInt(original -> original.length()).sum() < LONG;
    }

    /** Leaves everything personal out of logs. */
    @Override
    public String toString() {
        return "CaseSheet[" + reference + "]";
    }
}
