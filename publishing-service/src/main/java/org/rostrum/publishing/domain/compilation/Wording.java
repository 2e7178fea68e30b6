package org.rostrum.publishing.domain.compilation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.PublicContribution.Source;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionFlag;

/** The document's own words. */
final class Wording {
    static final String ANSWERS_NO_QUESTION = "Answers no question";

    private Wording() {}

    private static List<Guidance> howToRead(Completeness completeness) {
        return List.of(
                new Guidance(
                        "What this document is",
                        "It brings together everything that was received in this round and cleared for publication,"
                                + " arranged by the items of the consultation in their printed order. Under each item"
                                + " stand the passages that answer it, in the order in which they were received."),
                new Guidance(
                        "Passages",
                        "A passage is an exact extract of one contribution. Its head gives the date of receipt, the"
                                + " source, and the reference under which the whole contribution can be read on the"
                                + " public site. A passage that answers several items is printed under each of them;"
                                + " passages that answer none are printed at the end, under “Answers no question”."),
                new Guidance(
                        "Who filed a passage",
                        "“Filed by the contributor” means that it was written into the box of that item. “Suggested"
                                + " by the system” means that software chose the item, by the heading, the order or"
                                + " the content, and that no person has confirmed that choice; such a passage has a"
                                + " broken line at its side. “Confirmed by staff” means that a member of the"
                                + " organiser’s staff placed it there."),
                new Guidance(
                        "Quoted in full",
                        "Passages are quoted in full and in their own language. They are not edited, shortened or"
                                + " translated. What had to be removed is marked in square brackets, such as [e-mail"
                                + " address removed] or [name removed]. Characters that cannot be printed are left out,"
                                + " and those that would reverse the reading direction unseen are printed as their code,"
                                + " such as [U+202E]. Where a file holds no font for a character, it shows \uFFFD."),
                new Guidance(
                        "Anonymous and confidential contributions",
                        "Anonymous contributions are shown with their stakeholder group only. Confidential ones are"
                                + " counted, and nothing of them is shown."),
                new Guidance("Completeness", completeness.statement()));
    }

    private static final Guidance LATE = new Guidance(
            "Late contributions",
            "Contributions that arrived after the closing of the round are printed in the addendum, after"
                    + " everything that was in time, and are marked as late in the list of contributors. “In grace”"
                    + " means that the upload began before the closing and ended within the time allowed for that:"
                    + " such a contribution is in time.");

    static List<Guidance> howToRead(Completeness completeness, boolean anyFlagged) {
        var guidance = new ArrayList<>(howToRead(completeness));
        if (anyFlagged) {
            guidance.add(guidance.size() - 1, LATE);
        }
        return List.copyOf(guidance);
    }

    /** What follows a date of receipt in a list. */
    static String arrival(List<SubmissionFlag> flags) {
        if (flags.contains(SubmissionFlag.LATE)) {
            return ", late";
        }
        return flags.contains(SubmissionFlag.IN_GRACE) ? ", in grace" : "";
    }

    /** What follows the note of a passage. */
    static String arrivalNote(List<SubmissionFlag> flags) {
        if (flags.contains(SubmissionFlag.LATE)) {
            return " Received late.";
        }
        return flags.contains(SubmissionFlag.IN_GRACE) ? " Received in grace." : "";
    }

    static String place(Source source) {
        if (source.attachment() != null) {
            var page = source.page() == null ? "" : ", page " + source.page();
            return "From attachment " + source.attachment() + page;
        }
        return source.item() == null ? "From the free text" : "From the answer to item " + source.item();
    }

    static String filing(FilingBasis basis, boolean underAnItem) {
        if (!underAnItem) {
            return basis == FilingBasis.STAFF ? "Confirmed by staff" : "Suggested by the system";
        }
        return switch (basis) {
            case BOX -> "Filed by the contributor";
            case HEADING -> "Suggested by the system (heading)";
            case ORDER -> "Suggested by the system (order)";
            case CONTENT -> "Suggested by the system (content)";
            case STAFF -> "Confirmed by staff";
        };
    }

    /** A round without a title of its own: {@code second-draft} is printed as Second draft. */
    static String roundTitle(RoundId round) {
        var words = round.value().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
