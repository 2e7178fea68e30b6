package org.rostrum.processing.domain.keypassages;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rostrum.processing.domain.keypassages.KeyTerms.Use;
import org.rostrum.processing.domain.text.Span;

/** A term that may be one. */
final class TermCandidate {
    /** Places that are shown of one term. House choice. */
    private static final int USES = 5;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    final Set<String> stems;
    final BitSet respondents = new BitSet();
    final BitSet elsewhere = new BitSet();
    private final Map<String, Integer> surfaces = new TreeMap<>();
    final List<Use> uses = new ArrayList<>();
    private final Set<PassageAt> passages = new HashSet<>();
    int copies;
    int moreRespondents;
    double strength;

    TermCandidate(Set<String> stems) {
        this.stems = stems;
    }

    void add(int respondent, Worded in, Span span) {
        Said said = in.said();
        if (said.quotable()) {
            var words = said.text().substring(span.start(), span.end());
            surfaces.merge(SPACES.matcher(words).replaceAll(" "), 1, Integer::sum);
        }
        if (said.quotable() && uses.size() < USES && uses.stream().noneMatch(use -> isOf(use, said))) {
            uses.add(new Use(said, span));
        }
        if (passages.add(said.at())) {
            copies += said.passages();
            moreRespondents += said.respondents() - 1;
        }
        respondents.set(respondent);
    }

    private static boolean isOf(Use use, Said said) {
        return use.said().respondent().equals(said.respondent());
    }

    /** Whether it stands in what may be quoted; else nobody may read it here. */
    boolean isQuotable() {
        return !surfaces.isEmpty();
    }

    String words() {
        return surfaces.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    boolean sharesAWordWith(TermCandidate other) {
        return stems.stream().anyMatch(other.stems::contains);
    }

    double overlap(TermCandidate other) {
        var both = (BitSet) respondents.clone();
        both.and(other.respondents);
        var either = (BitSet) respondents.clone();
        either.or(other.respondents);
        return both.cardinality() / (double) either.cardinality();
    }
}
