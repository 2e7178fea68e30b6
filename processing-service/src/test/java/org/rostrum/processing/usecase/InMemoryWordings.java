package org.rostrum.processing.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.duplicates.Shingles;

/** Wordings in memory, of one round or several. */
final class InMemoryWordings implements Wordings {
    private final Map<String, String> families = new TreeMap<>();
    private final Map<String, Shingles> runs = new LinkedHashMap<>();
    private final Map<String, List<Possible>> possible = new LinkedHashMap<>();
    private final Map<String, Choice> choices = new LinkedHashMap<>();
    final Map<SubmissionId, String> members = new LinkedHashMap<>();

    InMemoryWordings copy() {
        var copy = new InMemoryWordings();
        copy.families.putAll(families);
        copy.runs.putAll(runs);
        possible.forEach((hash, others) -> copy.possible.put(hash, new ArrayList<>(others)));
        copy.choices.putAll(choices);
        copy.members.putAll(members);
        return copy;
    }

    private static String key(RoundTexts.Of round, String hash) {
        return round + " " + hash;
    }

    @Override
    public void lock(RoundTexts.Of round) {}

    @Override
    public Optional<String> familyOf(RoundTexts.Of round, String hash) {
        return Optional.ofNullable(families.get(key(round, hash)));
    }

    @Override
    public List<Known> alike(RoundTexts.Of round, long[] sketch) {
        var wanted = new HashSet<>(Arrays.stream(sketch).boxed().toList());
        return runs.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(round + " "))
                .filter(entry -> shared(wanted, entry.getValue()) > 0)
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Shingles> entry) -> shared(wanted, entry.getValue()))
                        .reversed())
                .map(entry -> {
                    var hash = entry.getKey().substring((round + " ").length());
                    return new Known(hash, familyOf(round, hash).orElseThrow(), entry.getValue());
                })
                .toList();
    }

    private static long shared(Set<Long> wanted, Shingles runs) {
        return Arrays.stream(runs.sketch()).filter(wanted::contains).count();
    }

    @Override
    public void add(RoundTexts.Of round, Known wording) {
        families.put(key(round, wording.hash()), wording.family());
        runs.put(key(round, wording.hash()), wording.runs());
    }

    @Override
    public void addBeside(RoundTexts.Of round, String hash, String represented) {
        familyOf(round, represented).ifPresent(family -> families.putIfAbsent(key(round, hash), family));
    }

    @Override
    public List<String> ofFamily(RoundTexts.Of round, String family) {
        return families.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(round + " ")
                        && entry.getValue().equals(family))
                .map(entry -> entry.getKey().substring((round + " ").length()))
                .toList();
    }

    @Override
    public void unite(RoundTexts.Of round, String family, String into) {
        ofFamily(round, family).forEach(hash -> families.put(key(round, hash), into));
    }

    @Override
    public void part(RoundTexts.Of round, String hash) {
        var others = ofFamily(round, hash).stream()
                .filter(other -> !other.equals(hash))
                .toList();
        others.forEach(other -> families.put(key(round, other), others.getFirst()));
        families.put(key(round, hash), hash);
    }

    @Override
    public void addPossible(RoundTexts.Of round, String hash, Possible other) {
        var known = possible.computeIfAbsent(key(round, hash), _ -> new ArrayList<>());
        if (!known.contains(other)) {
            known.add(other);
        }
    }

    @Override
    public List<Possible> possible(RoundTexts.Of round, String hash) {
        var own = possible.getOrDefault(key(round, hash), List.of()).stream();
        var others = possible.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(round + " "))
                .flatMap(entry -> entry.getValue().stream()
                        .filter(other -> other.hash().equals(hash))
                        .map(other ->
                                new Possible(entry.getKey().substring((round + " ").length()), other.likeness())));
        return Stream.concat(own, others)
                .filter(one ->
                        choices(round).stream().noneMatch(choice -> choice.isAbout(hash) && choice.isAbout(one.hash())))
                .sorted(Comparator.comparingDouble(Possible::likeness)
                        .reversed()
                        .thenComparing(Possible::hash))
                .toList();
    }

    @Override
    public List<Choice> choices(RoundTexts.Of round) {
        return choices.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(round + " "))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void choose(RoundTexts.Of round, Choice choice, StaffMember by, Instant at) {
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
        choices.values().removeIf(known -> known.isAbout(choice.one()) && known.isAbout(choice.other()));
        choices.put(key(round, choice.one() + choice.other()), choice);
    }

    @Override
    public void join(RoundTexts.Of round, SubmissionId submission, int version, String hash) {
        members.put(submission, hash);
    }

    @Override
    public void leave(SubmissionId submission) {
        members.remove(submission);
    }

    @Override
    public void forget(RoundTexts.Of round, SubmissionId submission) {
        var hash = members.remove(submission);
        if (hash != null && !members.containsValue(hash)) {
            families.remove(key(round, hash));
            runs.remove(key(round, hash));
            possible.remove(key(round, hash));
            possible.values()
                    .forEach(others -> others.removeIf(other -> other.hash().equals(hash)));
        }
    }

    @Override
    public Map<SubmissionId, String> ofMembers(RoundTexts.Of round) {
        return Map.copyOf(members);
    }

    @Override
    public Optional<String> wordingOf(SubmissionId submission) {
        return Optional.ofNullable(members.get(submission));
    }
}
