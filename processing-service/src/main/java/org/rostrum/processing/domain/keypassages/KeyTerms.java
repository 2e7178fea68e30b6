package org.rostrum.processing.domain.keypassages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.text.Span;

/**
 * Words, and pairs of words, that people use under one item more than elsewhere (log-likelihood ratio: Dunning 1993), each language
 * by itself. A respondent counts once, and so do copies, whoever repeats what how often.
 */
public final class KeyTerms {
    public static final int MOST = 20;
    /** What one respondent says is no term of all. */
    private static final int FEWEST = 2;
    /** Less may well be chance: the 5 % point of chi-square with one degree of freedom. */
    private static final double SURE = 3.84;
    /** Of two that share a word and this part of their respondents one is enough. House choice. */
    private static final double SAME = 0.5;
    /** Candidates, the strongest, that are compared with each other. House choice. */
    private static final int COMPARED = 1_000;

    private KeyTerms() {}

    /**
     * A term.
     *
     * @param words as they are written most often in what may be quoted
     * @param language BCP 47, if recognised
     * @param passages how many passages have it, with their copies
     * @param respondents how many respondents say it
     * @param elsewhere the share of respondents elsewhere who say it
     * @param strength log-likelihood ratio; 0 where there is nothing to compare with
     * @param uses some of the places, each of another respondent
     */
    public record Term(
            String words,
            @Nullable String language,
            int passages,
            int respondents,
            double share,
            double elsewhere,
            double strength,
            List<Use> uses) {
        public Term {
            uses = List.copyOf(uses);
        }
    }

    /** One place: a span of the text of what was said. */
    public record Use(Said said, Span span) {}

    /**
     * The terms, the surest first.
     *
     * @param here passages under the item
     * @param elsewhere others of the round; may be none
     * @param asked stems of the question's own words, which everybody repeats
     */
    public static List<Term> of(List<Worded> here, List<Worded> elsewhere, Set<String> asked, int most) {
        Map<String, List<Worded>> byLanguage = new TreeMap<>();
        here.stream()
                .sorted(Comparator.comparing(one -> one.said().at()))
                .forEach(one -> byLanguage
                        .computeIfAbsent(one.language(), _ -> new ArrayList<>())
                        .add(one));
        List<Term> terms = new ArrayList<>();
        byLanguage.forEach((language, mine) -> terms.addAll(new OfLanguage(
                        mine,
                        elsewhere.stream()
                                .filter(other -> other.language().equals(language))
                                .toList(),
                        asked)
                .terms(most)));
        return terms.stream()
                .sorted(Comparator.comparingDouble(Term::strength)
                        .thenComparingInt(Term::respondents)
                        .reversed()
                        .thenComparing(Term::words))
                .limit(most)
                .toList();
    }

    /** The terms of one language. */
    private static final class OfLanguage {
        private final Map<String, TermCandidate> candidates = new TreeMap<>();
        private final Frequent frequent;
        private final Set<String> asked;
        private final int here;
        private final int elsewhere;
        private final @Nullable String language;

        OfLanguage(List<Worded> mine, List<Worded> others, Set<String> asked) {
            this.asked = asked;
            this.language = mine.getFirst().said().language();
            this.frequent = frequent(mine);
            this.here = count(mine, this::add);
            candidates.values().removeIf(one -> one.respondents.cardinality() < FEWEST || !one.isQuotable());
            this.elsewhere = count(
                    others,
                    (number, one) -> visit(one, (key, _, _) -> {
                        var known = candidates.get(key);
                        if (known != null) {
                            known.elsewhere.set(number);
                        }
                    }));
        }

        private interface Reader {
            void read(int respondent, Worded passage);
        }

        private interface Finding {
            void found(String key, Set<String> stems, Span span);
        }

        private static int count(List<Worded> passages, Reader reader) {
            Map<String, Integer> numbers = new HashMap<>();
            for (Worded passage : passages) {
                int number = numbers.computeIfAbsent(passage.said().respondent(), _ -> numbers.size());
                reader.read(number, passage);
            }
            return numbers.size();
        }

        private Frequent frequent(List<Worded> mine) {
            var counted = new Frequent(
                    mine.stream().mapToLong(one -> one.tokens().size()).sum());
            var byRespondent = mine.stream()
                    .sorted(Comparator.comparing(one -> one.said().respondent()))
                    .toList();
            count(byRespondent, (respondent, one) -> visit(one, (key, _, _) -> counted.add(respondent, key)));
            counted.settle(FEWEST);
            return counted;
        }

        private void add(int respondent, Worded passage) {
            visit(passage, (key, stems, span) -> {
                if (frequent.has(key)) {
                    candidates
                            .computeIfAbsent(key, _ -> new TermCandidate(stems))
                            .add(respondent, passage, span);
                }
            });
        }

        /**
         * Each word that is a word and was not asked, and each pair of which one was not. Where words are not set apart, tokens
         * overlap, and three of them are as long as most words are.
         */
        private void visit(Worded passage, Finding finding) {
            Token earlier = null;
            Token before = null;
            for (Token token : passage.tokens()) {
                boolean isWord = isWord(token.stem());
                if (isWord && !asked.contains(token.stem())) {
                    finding.found(token.stem(), Set.of(token.stem()), token.span());
                }
                if (isWord && before != null && token.follows() && isPair(before, token)) {
                    found(finding, List.of(before, token));
                    if (earlier != null
                            && earlier.span().overlaps(before.span())
                            && before.span().overlaps(token.span())) {
                        found(finding, List.of(earlier, before, token));
                    }
                    earlier = before;
                } else {
                    earlier = null;
                }
                before = isWord ? token : null;
            }
        }

        private static void found(Finding finding, List<Token> run) {
            var stems = run.stream().map(Token::stem).toList();
            finding.found(
                    String.join(" ", stems),
                    Set.copyOf(stems),
                    run.getFirst().span().to(run.getLast().span()));
        }

        private boolean isPair(Token one, Token other) {
            return !one.stem().equals(other.stem()) && !(asked.contains(one.stem()) && asked.contains(other.stem()));
        }

        private static boolean isWord(String stem) {
            return stem.length() > 1 && stem.codePoints().anyMatch(Character::isLetter);
        }

        List<Term> terms(int most) {
            candidates.values().forEach(one -> one.strength = strength(one));
            var sure = candidates.values().stream()
                    .filter(one -> elsewhere == 0 || one.strength >= SURE)
                    .sorted(Comparator.comparingDouble((TermCandidate one) -> one.strength)
                            .thenComparingInt(one -> one.respondents.cardinality())
                            .reversed())
                    .limit(COMPARED)
                    .toList();
            List<TermCandidate> kept = new ArrayList<>();
            for (TermCandidate one : sure) {
                if (kept.size() == most) {
                    break;
                }
                boolean isPart = sure.stream().anyMatch(longer -> isPart(one, longer));
                if (!isPart && kept.stream().noneMatch(other -> isSame(one, other))) {
                    kept.add(one);
                }
            }
            return kept.stream().map(this::term).toList();
        }

        private static boolean isPart(TermCandidate one, TermCandidate longer) {
            return longer.stems.size() > one.stems.size()
                    && longer.stems.containsAll(one.stems)
                    && one.overlap(longer) >= SAME;
        }

        private static boolean isSame(TermCandidate one, TermCandidate other) {
            return one.sharesAWordWith(other) && one.overlap(other) >= SAME;
        }

        private Term term(TermCandidate one) {
            int respondents = one.respondents.cardinality();
            return new Term(
                    one.words(),
                    language,
                    one.copies,
                    respondents + one.moreRespondents,
                    respondents / (double) here,
                    elsewhere == 0 ? 0 : one.elsewhere.cardinality() / (double) elsewhere,
                    one.strength,
                    one.uses);
        }

        /** Twice the log-likelihood ratio of two shares being different and being one; 0 for what is said more elsewhere. */
        private double strength(TermCandidate one) {
            int mine = one.respondents.cardinality();
            int theirs = one.elsewhere.cardinality();
            if (elsewhere == 0 || mine * (double) elsewhere <= theirs * (double) here) {
                return 0;
            }
            double all = (mine + theirs) / (double) (here + elsewhere);
            return 2
                    * (part(mine, here * all)
                            + part(theirs, elsewhere * all)
                            + part(here - mine, here * (1 - all))
                            + part(elsewhere - theirs, elsewhere * (1 - all)));
        }

        private static double part(double observed, double expected) {
            return observed <= 0 ? 0 : observed * Math.log(observed / expected);
        }
    }
}
