package org.rostrum.processing.usecase;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.duplicates.Families;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.domain.duplicates.Wording;
import org.rostrum.processing.domain.filing.Terms;
import org.rostrum.processing.usecase.Wordings.Choice;
import org.rostrum.processing.usecase.Wordings.Known;
import org.rostrum.processing.usecase.Wordings.Possible;

/**
 * Finds the family of a submission among those of its round. What is worded as another one costs a look-up; what almost is,
 * a comparison with the few that came last; only what is new is searched for. What people decided is never overturned.
 */
final class JoinFamily {
    /** Wordings that are recognised without asking. */
    private static final int REMEMBERED = 20_000;
    /** Wordings that came last, which the next is likely to be a copy of. */
    private static final int RECENT = 24;
    /** Rounds whose questions are at hand. */
    private static final int ROUNDS = 20;

    private final Map<Key, Boolean> known = leastRecent(REMEMBERED);
    private final Map<RoundTexts.Of, Map<String, Shingles>> recent = leastRecent(ROUNDS);
    private final Map<Round, Shingles> asked = leastRecent(ROUNDS);

    private record Key(RoundTexts.Of round, String hash) {}

    private static <K, V> Map<K, V> leastRecent(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Within the transaction that keeps the version; {@link #remember} follows when it has ended well. */
    void join(Books books, RoundTexts.Of of, Round round, SubmissionId submission, int version, Wording wording) {
        if (version > 1) {
            books.wordings().leave(submission);
        }
        if (wording.isWordless() || !isKnown(books, of, round, wording)) {
            return;
        }
        books.wordings().join(of, submission, version, wording.hash());
    }

    /** A first version, and how it is worded. */
    record Member(SubmissionId submission, Wording wording) {}

    /** The same for many first versions of one round: all are placed before the first joins, so that what is written is not asked. */
    void joinAll(Books books, RoundTexts.Of of, Round round, List<Member> members) {
        var worded = members.stream()
                .filter(member -> !member.wording().isWordless())
                .toList();
        Map<String, Wording> unknown = new LinkedHashMap<>();
        worded.stream()
                .map(Member::wording)
                .filter(wording -> !isRemembered(of, wording))
                .forEach(wording -> unknown.putIfAbsent(wording.hash(), wording));
        Set<String> silent = new HashSet<>();
        if (!unknown.isEmpty()) {
            books.wordings().lock(of);
            var choices = books.wordings().choices(of);
            unknown.values().stream()
                    .filter(wording -> !isPlaced(books.wordings(), of, round, wording, choices))
                    .forEach(wording -> silent.add(wording.hash()));
        }
        worded.stream()
                .filter(member -> !silent.contains(member.wording().hash()))
                .forEach(member -> books.wordings()
                        .join(of, member.submission(), 1, member.wording().hash()));
    }

    /** False if it says nothing of its own. */
    private boolean isKnown(Books books, RoundTexts.Of of, Round round, Wording wording) {
        if (isRemembered(of, wording)) {
            return true;
        }
        books.wordings().lock(of);
        return isPlaced(books.wordings(), of, round, wording, books.wordings().choices(of));
    }

    private boolean isPlaced(Wordings wordings, RoundTexts.Of of, Round round, Wording wording, List<Choice> choices) {
        var runs = wording.runs(asked(round));
        if (runs.isEmpty()) {
            return false;
        }
        var represented = recentLike(of, runs);
        if (represented != null && choices.isEmpty()) {
            wordings.addBeside(of, wording.hash(), represented);
        } else if (wordings.familyOf(of, wording.hash()).isEmpty()) {
            add(wordings, of, wording.hash(), runs, choices);
        }
        return true;
    }

    private static void add(Wordings wordings, RoundTexts.Of of, String hash, Shingles runs, List<Choice> choices) {
        List<Like> like = wordings.alike(of, runs.sketch()).stream()
                .map(other -> new Like(other, runs.likeness(other.runs())))
                .filter(other -> other.likeness() >= Families.COPIED)
                .sorted(Comparator.comparingDouble(Like::likeness).reversed())
                .toList();
        List<Like> kin = like.stream()
                .filter(other -> other.likeness() >= Families.KIN)
                .filter(other -> !areApart(
                        choices,
                        List.of(hash),
                        wordings.ofFamily(of, other.known().family())))
                .toList();
        if (kin.isEmpty()) {
            wordings.add(of, new Known(hash, hash, runs));
            like.stream()
                    .findFirst()
                    .ifPresent(other -> wordings.addPossible(
                            of, hash, new Possible(other.known().hash(), other.likeness())));
        } else if (kin.getFirst().likeness() >= Families.REPRESENTED) {
            wordings.addBeside(of, hash, kin.getFirst().known().hash());
        } else {
            wordings.add(of, new Known(hash, kin.getFirst().known().family(), runs));
        }
        kin.stream()
                .skip(1)
                .forEach(other ->
                        unite(wordings, of, choices, hash, other.known().hash()));
        choices.stream()
                .filter(choice -> choice.together() && choice.isAbout(hash))
                .forEach(choice -> unite(wordings, of, choices, hash, choice.otherThan(hash)));
    }

    private record Like(Known known, double likeness) {}

    /** Unless a person said that something of one does not belong to something of the other. */
    static void unite(Wordings wordings, RoundTexts.Of of, List<Choice> choices, String one, String other) {
        var mine = wordings.familyOf(of, one);
        var theirs = wordings.familyOf(of, other);
        if (mine.isEmpty() || theirs.isEmpty() || mine.equals(theirs)) {
            return;
        }
        boolean apart = areApart(choices, wordings.ofFamily(of, mine.get()), wordings.ofFamily(of, theirs.get()));
        if (!apart) {
            wordings.unite(of, mine.get(), theirs.get());
        }
    }

    private static boolean areApart(List<Choice> choices, List<String> ones, List<String> others) {
        return choices.stream()
                .filter(choice -> !choice.together())
                .anyMatch(choice -> (ones.contains(choice.one()) && others.contains(choice.other()))
                        || (ones.contains(choice.other()) && others.contains(choice.one())));
    }

    /** What was just kept need not be asked for again. */
    synchronized void remember(RoundTexts.Of of, Round round, Wording wording) {
        if (wording.isWordless() || known.put(new Key(of, wording.hash()), true) != null) {
            return;
        }
        var runs = wording.runs(asked(round));
        if (runs.isEmpty()) {
            known.remove(new Key(of, wording.hash()));
        } else if (recentLike(of, runs) == null) {
            recent.computeIfAbsent(of, _ -> leastRecent(RECENT)).put(wording.hash(), runs);
        }
    }

    /** Some wordings of the round may be gone. */
    synchronized void forget(RoundTexts.Of of) {
        known.keySet().removeIf(key -> key.round().equals(of));
        recent.remove(of);
    }

    private synchronized boolean isRemembered(RoundTexts.Of of, Wording wording) {
        return known.containsKey(new Key(of, wording.hash()));
    }

    /** One of the last that stands for it, if one does. */
    private synchronized @Nullable String recentLike(RoundTexts.Of of, Shingles runs) {
        for (Map.Entry<String, Shingles> one : recent.getOrDefault(of, Map.of()).entrySet()) {
            if (runs.likeness(one.getValue()) >= Families.REPRESENTED) {
                return one.getKey();
            }
        }
        return null;
    }

    /** The words of the questions, which everybody had before them. */
    private synchronized Shingles asked(Round round) {
        return asked.computeIfAbsent(round, JoinFamily::wordsOf);
    }

    private static Shingles wordsOf(Round round) {
        var words = Shingles.of(List.of());
        for (Item item : round.items().toList()) {
            for (String text : item.text().byLanguage().values()) {
                words = words.and(Shingles.of(Terms.words(text)));
            }
        }
        return words;
    }
}
