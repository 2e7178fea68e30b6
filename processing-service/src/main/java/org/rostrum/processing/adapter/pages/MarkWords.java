package org.rostrum.processing.adapter.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseMark;

/**
 * A mark as pages show it: always words, never a colour alone.
 *
 * @param code as in URLs
 * @param label for people
 * @param badge its modifier of the design system's badge
 * @param meaning one sentence more
 */
record MarkWords(String code, String label, String badge, String meaning) {

    static List<MarkWords> of(Case file) {
        return CaseMark.of(file).stream()
                .map(mark -> mark == CaseMark.AMENDED ? version(file.version()) : of(mark))
                .toList();
    }

    private static MarkWords version(int version) {
        return words(CaseMark.AMENDED, "Version " + version, "plain", "The respondent sent a newer version.");
    }

    static MarkWords of(CaseMark mark) {
        return switch (mark) {
            case DISPUTED ->
                words(
                        mark,
                        "Authorship disputed",
                        "flagged",
                        "Somebody who got the mail says that they did not send it. It cannot be cleared until that is"
                                + " settled.");
            case AMENDED -> words(mark, "Amended", "plain", "The respondent sent a newer version.");
            case LATE ->
                words(
                        mark,
                        "Late",
                        "flagged",
                        "It arrived after the round had closed. The round takes late ones; they go into the addendum.");
            case IN_GRACE ->
                words(
                        mark,
                        "In grace",
                        "plain",
                        "Its upload began before the round closed and finished within the grace: it is in time.");
            case TRAP_FILLED ->
                words(
                        mark,
                        "Trap filled",
                        "flagged",
                        "A field that people do not see was filled in. Perhaps a program sent it; perhaps a password"
                                + " manager did. You decide.");
            case TOO_FAST ->
                words(
                        mark,
                        "Sent very fast",
                        "flagged",
                        "It was sent sooner after the form was opened than people read. You decide.");
            case FLOOD ->
                words(
                        mark,
                        "Sent in a rush",
                        "flagged",
                        "It came while unusually many arrived, without a solved challenge. You decide.");
        };
    }

    /** The mark of that code; empty for what is none, so that an old link shows everything. */
    static Optional<CaseMark> parse(String code) {
        var word = code.strip().toLowerCase(Locale.ROOT);
        return Stream.of(CaseMark.values())
                .filter(mark -> KebabCase.of(mark).equals(word))
                .findFirst();
    }

    private static MarkWords words(CaseMark mark, String label, String badge, String meaning) {
        return new MarkWords(KebabCase.of(mark), label, badge, meaning);
    }
}
