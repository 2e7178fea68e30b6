package org.rostrum.processing.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseMark;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.usecase.CaseChanges.CaseChanged;

/** Books in memory that keep the promises of the real ones; can be taken away. */
public final class InMemoryTransactions implements Transactions {
    private State state = new State();
    private boolean away;
    private final List<CaseChanged> told = new ArrayList<>();

    /** Everything that is kept; copied for each transaction. */
    private static final class State implements Books {
        private final Map<SubmissionId, Case> cases = new LinkedHashMap<>();
        private final Map<String, Content> contents = new HashMap<>();
        private final Map<SubmissionId, List<HistoryEntry>> histories = new HashMap<>();
        private final TreeMap<String, ConsultationDefinition> definitions = new TreeMap<>();
        private final Set<String> inbox = new LinkedHashSet<>();
        private final Map<String, Event> outbox = new LinkedHashMap<>();
        private final TreeMap<Long, ParkedEvents.Waiting> parked = new TreeMap<>();
        private final Map<String, float[]> places = new HashMap<>();
        private InMemoryWordings wordings = new InMemoryWordings();
        private final TreeMap<String, KeyPassageChoices.Choice> choices = new TreeMap<>();
        private final Set<String> studied = new LinkedHashSet<>();
        private final Map<SubmissionId, Instant> erasures = new HashMap<>();
        private final Map<RoundTexts.Of, List<Refilings.Refiling>> refilings = new HashMap<>();
        private final List<Case> announced = new ArrayList<>();
        private long positions;

        State copy() {
            var copy = new State();
            copy.cases.putAll(cases);
            copy.contents.putAll(contents);
            histories.forEach((submission, entries) -> copy.histories.put(submission, new ArrayList<>(entries)));
            copy.definitions.putAll(definitions);
            copy.inbox.addAll(inbox);
            copy.outbox.putAll(outbox);
            copy.parked.putAll(parked);
            copy.places.putAll(places);
            copy.wordings = wordings.copy();
            copy.choices.putAll(choices);
            copy.studied.addAll(studied);
            copy.erasures.putAll(erasures);
            copy.refilings.putAll(refilings);
            copy.positions = positions;
            return copy;
        }

        @Override
        public Cases cases() {
            return new Cases() {
                @Override
                public Optional<Case> find(Reference reference) {
                    return cases.values().stream()
                            .filter(file -> file.reference().equals(reference))
                            .findFirst();
                }

                @Override
                public Optional<Reference> referenceOf(SubmissionId submission) {
                    return lock(submission).map(Case::reference);
                }

                @Override
                public Optional<Case> lock(SubmissionId submission) {
                    return Optional.ofNullable(cases.get(submission));
                }

                @Override
                public boolean hasAny(List<SubmissionId> submissions) {
                    return submissions.stream().anyMatch(cases::containsKey);
                }

                @Override
                public void add(Case opened) {
                    if (cases.putIfAbsent(opened.submission(), opened) != null) {
                        throw new ConcurrentChange("there is one");
                    }
                }

                @Override
                public void replace(Case changed) {
                    var before = cases.put(changed.submission(), changed);
                    if (before == null || before.revision() != changed.revision() - 1) {
                        throw new ConcurrentChange("not the revision before");
                    }
                }

                @Override
                public CasePage list(CaseFilter filter, Optional<CaseCursor> after, int limit) {
                    var order = Comparator.comparing(Case::receivedAt)
                            .thenComparing(Case::reference)
                            .reversed();
                    var matching = cases.values().stream()
                            .filter(file -> filter.consultation()
                                    .map(file.consultation()::equals)
                                    .orElse(true))
                            .filter(file ->
                                    filter.state().map(file.state()::equals).orElse(true))
                            .filter(file -> filter.reference()
                                    .map(file.reference().value()::startsWith)
                                    .orElse(true))
                            .filter(file -> filter.mark()
                                    .map(CaseMark.of(file)::contains)
                                    .orElse(true))
                            .filter(file -> filter.family()
                                    .map(wording -> campaigns()
                                            .members(
                                                    new RoundTexts.Of(file.consultation(), file.round()),
                                                    wording,
                                                    Optional.empty(),
                                                    Integer.MAX_VALUE)
                                            .stream()
                                            .anyMatch(member ->
                                                    member.submission().equals(file.submission())))
                                    .orElse(true))
                            .filter(file ->
                                    after.map(cursor -> isBehind(file, cursor)).orElse(true))
                            .sorted(order)
                            .limit(limit + 1L)
                            .map(State.this::summary)
                            .toList();
                    return CasePage.of(matching, limit);
                }

                @Override
                public Map<CaseState, Integer> counts(Optional<ConsultationId> consultation) {
                    var counts = new EnumMap<CaseState, Integer>(CaseState.class);
                    cases.values().stream()
                            .filter(file -> consultation
                                    .map(file.consultation()::equals)
                                    .orElse(true))
                            .forEach(file -> counts.merge(file.state(), 1, Integer::sum));
                    return counts;
                }
            };
        }

        private static boolean isBehind(Case file, CaseCursor cursor) {
            int byTime = file.receivedAt().compareTo(cursor.receivedAt());
            return byTime < 0 || (byTime == 0 && file.reference().compareTo(cursor.reference()) < 0);
        }

        private CaseSummary summary(Case file) {
            var content = contents().find(file.submission(), file.version());
            return new CaseSummary(
                    file,
                    content.map(Content::respondent).map(State::sender).orElse(null),
                    content.map(Content::language).orElse(null),
                    content.map(known -> known.passages().size()).orElse(0),
                    content.map(Content::unfiled).orElse(0),
                    content.map(known -> known.quarantined().size()).orElse(0));
        }

        private static @Nullable String sender(Respondent respondent) {
            return respondent.organisation() != null
                    ? respondent.organisation()
                    : respondent.givenName() + " " + respondent.familyName();
        }

        @Override
        public Contents contents() {
            return new Contents() {
                @Override
                public void add(SubmissionId submission, int version, Content content) {
                    contents.put(submission + "/" + version, content);
                }

                @Override
                public void replace(SubmissionId submission, int version, Content content) {
                    add(submission, version, content);
                }

                @Override
                public Optional<Content> find(SubmissionId submission, int version) {
                    return Optional.ofNullable(contents.get(submission + "/" + version));
                }

                @Override
                public OptionalInt versionBefore(SubmissionId submission, int version) {
                    return IntStream.iterate(version - 1, before -> before > 0, before -> before - 1)
                            .filter(before -> contents.containsKey(submission + "/" + before))
                            .findFirst();
                }

                @Override
                public List<Content> removeAll(SubmissionId submission) {
                    var keys = contents.keySet().stream()
                            .filter(key -> key.startsWith(submission + "/"))
                            .toList();
                    return keys.stream().map(contents::remove).toList();
                }

                @Override
                public void refile(SubmissionId submission, int version, FiledPassage moved) {
                    contents.computeIfPresent(submission + "/" + version, (key, content) -> refiled(content, moved));
                }
            };
        }

        private static Content refiled(Content content, FiledPassage moved) {
            return new Content(
                    content.respondent(),
                    content.onBehalfOf(),
                    content.language(),
                    content.summary(),
                    content.sources(),
                    content.attachments(),
                    content.passages().stream()
                            .map(passage -> passage.ordinal() == moved.ordinal() ? moved : passage)
                            .toList());
        }

        @Override
        public Histories histories() {
            return new Histories() {
                @Override
                public void add(SubmissionId submission, HistoryEntry entry) {
                    histories
                            .computeIfAbsent(submission, any -> new ArrayList<>())
                            .add(entry);
                }

                @Override
                public void removeDetails(SubmissionId submission) {
                    histories.computeIfPresent(
                            submission,
                            (same, entries) -> new ArrayList<>(entries.stream()
                                    .map(entry -> new HistoryEntry(
                                            entry.what(), entry.version(), entry.at(), entry.by(), Map.of()))
                                    .toList()));
                }

                @Override
                public List<HistoryEntry> of(SubmissionId submission) {
                    return List.copyOf(histories.getOrDefault(submission, List.of()));
                }
            };
        }

        @Override
        public Definitions definitions() {
            return new Definitions() {
                @Override
                public void add(ConsultationDefined defined) {
                    definitions.put(
                            "%s/%09d".formatted(defined.consultation(), defined.revision()), defined.definition());
                }

                @Override
                public Optional<ConsultationDefinition> latest(ConsultationId consultation) {
                    return definitions.values().stream()
                            .filter(definition -> definition.id().equals(consultation))
                            .reduce((earlier, later) -> later);
                }

                @Override
                public Optional<ConsultationDefinition> settled(ConsultationId consultation) {
                    return latest(consultation);
                }

                @Override
                public List<ConsultationDefinition> all() {
                    var latest = new TreeMap<ConsultationId, ConsultationDefinition>();
                    definitions.values().forEach(definition -> latest.put(definition.id(), definition));
                    return List.copyOf(latest.values());
                }
            };
        }

        @Override
        public Refilings refilings() {
            return new InMemoryRefilings(refilings, erasures.keySet());
        }

        @Override
        public RoundTexts roundTexts() {
            return new RoundTexts() {
                @Override
                public void add(Of round, SubmissionId submission, int version, Source source, Content content) {
                    studied.add(submission + "/" + version + "/" + source.ordinal());
                }

                @Override
                public Set<Of> rounds() {
                    return read(file -> true)
                            .map(file -> new Of(file.consultation(), file.round()))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
                }

                @Override
                public List<List<Passage>> sample(Of round, int passages) {
                    var settled = documents(round, true);
                    var others = documents(round, false);
                    int count = 0;
                    for (int i = 0; i < others.size() && count < passages; i++) {
                        count += others.get(i).passages().size();
                        settled.add(others.get(i));
                    }
                    return settled.stream().map(Document::passages).toList();
                }

                @Override
                public List<Unsettled> unsettled(Of round, int passages) {
                    return unsettled(round).passages(round, passages);
                }

                private InMemoryUnsettled unsettled(Of round) {
                    return new InMemoryUnsettled(
                            wordings, read(file -> isOf(file, round)).toList(), contents);
                }

                @Override
                public List<String> texts(List<Unsettled> passages) {
                    var all = new InMemoryUnsettled(wordings, List.of(), contents);
                    return passages.stream().map(all::text).toList();
                }

                @Override
                public List<WithStaff> withStaff(Of round) {
                    return cases.values().stream()
                            .filter(file -> file.state() == CaseState.WITH_STAFF && isOf(file, round))
                            .sorted(Comparator.comparing(
                                    file -> file.submission().value()))
                            .map(file -> new WithStaff(
                                    file.submission(),
                                    studied.stream().noneMatch(source -> source.startsWith(file.submission() + "/")),
                                    filed(file)))
                            .toList();
                }

                private String filed(Case file) {
                    return Optional.ofNullable(contents.get(file.submission() + "/" + file.version())).stream()
                            .flatMap(content -> content.passages().stream())
                            .map(passage -> passage.ordinal() + " "
                                    + passage.filing().basis() + " "
                                    + passage.filing().items())
                            .collect(Collectors.joining(","));
                }
            };
        }

        private record Document(String hash, List<RoundTexts.Passage> passages) {}

        private Stream<Case> read(Predicate<Case> which) {
            return cases.values().stream()
                    .filter(which)
                    .filter(file -> file.state() != CaseState.WITHDRAWN)
                    .filter(file -> contents.containsKey(file.submission() + "/" + file.version()));
        }

        private static boolean isOf(Case file, RoundTexts.Of round) {
            return file.consultation().equals(round.consultation())
                    && file.round().equals(round.round());
        }

        /** Either those in which something is settled, or the others; the smallest hashes first. */
        private List<Document> documents(RoundTexts.Of round, boolean settled) {
            var documents = new ArrayList<Document>();
            read(file -> isOf(file, round)).forEach(file -> {
                var content = Objects.requireNonNull(contents.get(file.submission() + "/" + file.version()));
                for (Source source : content.sources()) {
                    var mine = content.passages().stream()
                            .filter(passage -> passage.source() == source.ordinal())
                            .toList();
                    boolean isStudied =
                            studied.contains(file.submission() + "/" + file.version() + "/" + source.ordinal());
                    if (mine.stream().anyMatch(FiledPassage::confirmed) == settled && (settled || isStudied)) {
                        documents.add(new Document(
                                ContentHash.of(source.text()),
                                mine.stream()
                                        .map(passage -> new RoundTexts.Passage(
                                                content.textOf(passage), passage.language(), passage.filing()))
                                        .toList()));
                    }
                }
            });
            documents.sort(Comparator.comparing(Document::hash));
            return documents;
        }

        @Override
        public Wordings wordings() {
            return wordings;
        }

        @Override
        public Campaigns campaigns() {
            return new InMemoryCampaigns(wordings, cases);
        }

        @Override
        public ItemPassages itemPassages() {
            return new InMemoryItemPassages(cases, contents, wordings);
        }

        @Override
        public KeyPassageChoices keyPassageChoices() {
            return new InMemoryKeyPassageChoices(choices);
        }

        @Override
        public Places places() {
            return new Places() {
                @Override
                public Map<String, float[]> find(String encoder, Collection<String> hashes) {
                    Map<String, float[]> found = new HashMap<>();
                    hashes.forEach(hash -> Optional.ofNullable(places.get(encoder + " " + hash))
                            .ifPresent(place -> found.put(hash, place)));
                    return found;
                }

                @Override
                public void forget(Collection<String> hashes) {
                    places.keySet().removeIf(key -> hashes.contains(key.substring(key.indexOf(' ') + 1)));
                }

                @Override
                public void keep(String encoder, Map<String, float[]> byHash) {
                    byHash.forEach((hash, place) -> places.putIfAbsent(encoder + " " + hash, place));
                }
            };
        }

        @Override
        public Erasures erasures() {
            return new Erasures() {
                @Override
                public void add(SubmissionId submission, Instant erasedAt) {
                    erasures.putIfAbsent(submission, erasedAt);
                }

                @Override
                public boolean contains(SubmissionId submission) {
                    return erasures.containsKey(submission);
                }
            };
        }

        @Override
        public Inbox inbox() {
            return new Inbox() {
                @Override
                public boolean enter(String eventId) {
                    return inbox.add(eventId);
                }

                @Override
                public int enterAll(List<String> eventIds) {
                    return (int) eventIds.stream().filter(inbox::add).count();
                }

                @Override
                public boolean contains(String eventId) {
                    return inbox.contains(eventId);
                }
            };
        }

        @Override
        public Outbox outbox() {
            return (eventId, time, event) -> put(eventId, time, event);
        }

        private void put(String eventId, Instant time, Event event) {
            if (outbox.putIfAbsent(eventId, event) != null) {
                throw new IllegalStateException("two events with one id at " + time);
            }
        }

        @Override
        public ParkedEvents parkedEvents() {
            return new ParkedEvents() {
                @Override
                public void add(SubmissionId submission, RawEvent event) {
                    positions++;
                    parked.put(positions, new Waiting(positions, submission, event));
                }

                @Override
                public boolean hasAny(List<SubmissionId> submissions) {
                    return submissions.stream().anyMatch(this::isQueued);
                }

                @Override
                public boolean isQueued(SubmissionId submission) {
                    return parked.values().stream()
                            .anyMatch(waiting -> waiting.submission().equals(submission));
                }

                @Override
                public Optional<Waiting> nextReleased() {
                    return parked.values().stream()
                            .filter(waiting -> Optional.ofNullable(cases.get(waiting.submission()))
                                    .map(file -> file.state() != CaseState.PARKED)
                                    .orElse(false))
                            .findFirst();
                }

                @Override
                public boolean remove(long position) {
                    return parked.remove(position) != null;
                }

                @Override
                public void removeAll(SubmissionId submission) {
                    parked.values().removeIf(waiting -> waiting.submission().equals(submission));
                }

                @Override
                public List<SubmissionId> parkedFor(String reason, ConsultationId consultation) {
                    return cases.values().stream()
                            .filter(file -> file.consultation().equals(consultation)
                                    && file.stage() instanceof Stage.Parked waiting
                                    && waiting.reason().equals(reason))
                            .map(Case::submission)
                            .toList();
                }
            };
        }

        @Override
        public void announce(Case changed) {
            announced.add(changed);
        }
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** Every event that left, in order. */
    public List<Event> emitted() {
        return List.copyOf(state.outbox.values());
    }

    public List<String> emittedIds() {
        return List.copyOf(state.outbox.keySet());
    }

    public List<CaseChanged> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized <T> T inOne(Function<Books, T> work) {
        if (away) {
            throw new Unavailable("told to be away", new IllegalStateException());
        }
        var attempt = state.copy();
        T result = work.apply(attempt);
        state = attempt;
        attempt.announced.forEach(file -> told.add(new CaseChanged(file.reference(), file.state(), file.revision())));
        return result;
    }
}
