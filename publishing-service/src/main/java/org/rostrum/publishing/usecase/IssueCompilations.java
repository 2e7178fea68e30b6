package org.rostrum.publishing.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.PublicationEvent.CompilationIssued;
import org.rostrum.contracts.Round;
import org.rostrum.publishing.domain.ConsultationRecord;
import org.rostrum.publishing.domain.EventIds;
import org.rostrum.publishing.domain.PublicRecord;
import org.rostrum.publishing.domain.compilation.Accounting;
import org.rostrum.publishing.domain.compilation.Cleared;
import org.rostrum.publishing.domain.compilation.Compilation;
import org.rostrum.publishing.domain.compilation.CompilationRenderer;

/**
 * Keeps the consolidated document of every round up to date, on a thread of its own. What was taken down disappears at
 * once, with the whole document, which is then built anew; what was added appears after a pause of at least
 * three times the longest build before it, so that one round that grows never takes more than a quarter of the time.
 */
public final class IssueCompilations implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FINISH = Duration.ofSeconds(15);
    private static final int REST = 9;

    private final LivingRecord record;
    private final Documents documents;
    private final List<CompilationRenderer> renderers;
    private final Announcements announcements;
    private final Alarms alarms;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor builder = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("compilations").daemon().factory());

    private final Set<Documents.Of> stale = new HashSet<>();
    private final Map<Documents.Of, Integer> withdrawals = new HashMap<>();
    /** Held while the store is asked; never by whoever only hides. */
    private final ReentrantLock storing = new ReentrantLock();

    private boolean scheduled;
    private boolean closed;
    private long restUntil = System.nanoTime();

    public IssueCompilations(
            LivingRecord record,
            Documents documents,
            List<CompilationRenderer> renderers,
            Announcements announcements,
            Alarms alarms,
            InstantSource clock) {
        this.record = record;
        this.documents = documents;
        this.renderers = List.copyOf(renderers);
        this.announcements = announcements;
        this.alarms = alarms;
        this.clock = clock;
        builder.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Nobody gets these documents any more until they are built anew: only in memory, so that nothing can fail. */
    synchronized void hide(Collection<Documents.Of> rounds) {
        rounds.forEach(round -> {
            withdrawals.merge(round, 1, Integer::sum);
            documents.hide(round);
        });
    }

    /** Removes documents that hold something that is no longer public, and has them built anew without a pause. */
    void withdraw(Collection<Documents.Of> rounds) {
        rounds.forEach(this::remove);
        rebuild(rounds);
    }

    private synchronized void rebuild(Collection<Documents.Of> rounds) {
        stale.addAll(rounds);
        if (!closed && !rounds.isEmpty()) {
            builder.execute(this::buildStale);
        }
    }

    private void remove(Documents.Of round) {
        storing.lock();
        try {
            documents.remove(round);
        } finally {
            storing.unlock();
        }
    }

    /** Has documents built anew, soon. */
    @SuppressWarnings("FutureReturnValueIgnored") // building reports its own failures
    synchronized void refresh(Collection<Documents.Of> rounds) {
        stale.addAll(rounds);
        if (!scheduled && !closed && !stale.isEmpty()) {
            scheduled = true;
            long rest = Math.max(PAUSE.toNanos(), restUntil - System.nanoTime());
            builder.schedule(this::buildStale, rest, TimeUnit.NANOSECONDS);
        }
    }

    /** Documents of rounds that no longer exist go. */
    void sweep() {
        documents.keepOnly(record.read(IssueCompilations::rounds));
    }

    private static Set<Documents.Of> rounds(PublicRecord record) {
        var rounds = new HashSet<Documents.Of>();
        for (var consultation : record.consultations()) {
            consultation
                    .definition()
                    .ifPresent(definition -> definition
                            .rounds()
                            .forEach(round -> rounds.add(new Documents.Of(consultation.id(), round.id()))));
        }
        return rounds;
    }

    private void buildStale() {
        var failed = new HashSet<Documents.Of>();
        long longest = 0;
        for (var round : takeStale()) {
            if (isClosed()) {
                return;
            }
            long start = System.nanoTime();
            try {
                build(round);
            } catch (RuntimeException e) {
                failed.add(round);
                alarms.compilationFailed(round.consultation(), round.round(), e);
            }
            longest = Math.max(longest, System.nanoTime() - start);
        }
        rest(longest);
        refresh(failed);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized Set<Documents.Of> takeStale() {
        scheduled = false;
        if (closed) {
            return Set.of();
        }
        var taken = Set.copyOf(stale);
        stale.clear();
        return taken;
    }

    private synchronized void rest(long longestBuild) {
        restUntil = System.nanoTime() + REST * longestBuild;
    }

    private void build(Documents.Of round) {
        int withdrawalsBefore = withdrawalsOf(round);
        var built = record.read(r -> r.find(round.consultation()).flatMap(found -> inputs(found, round)));
        if (built.isEmpty()) {
            return;
        }
        var compilation = built.get().compile();
        var revision = compilation.title().revision();
        var existing = documents.find(round);
        if (existing.filter(issue -> issue.revision().equals(revision)).isPresent()) {
            serve(round, existing.get(), withdrawalsBefore).ifPresent(issue -> announce(round, issue, compilation));
            return;
        }
        var files = renderers.stream()
                .map(renderer ->
                        new Documents.File(renderer.format(), renderer.mediaType(), renderer.render(compilation)))
                .toList();
        replace(round, revision, files, withdrawalsBefore).ifPresent(issue -> announce(round, issue, compilation));
    }

    /** What a compilation is made from, copied out of the record. */
    private record Inputs(
            ConsultationDefinition definition,
            Round round,
            List<Cleared> cleared,
            Accounting accounting,
            Instant asOf) {
        Compilation compile() {
            return Compilation.of(definition, round, cleared, accounting, asOf);
        }
    }

    private static Optional<Inputs> inputs(ConsultationRecord consultation, Documents.Of of) {
        return consultation
                .definition()
                .flatMap(definition -> definition
                        .round(of.round())
                        .map(round -> new Inputs(
                                definition,
                                round,
                                cleared(consultation, of),
                                consultation.accounting(of.round()),
                                consultation.changedAt(of.round()))));
    }

    private static List<Cleared> cleared(ConsultationRecord consultation, Documents.Of of) {
        return consultation.contributions().all().stream()
                .filter(contribution -> contribution.content().round().equals(of.round()))
                .map(contribution -> new Cleared(contribution.content(), contribution.clearedAt()))
                .toList();
    }

    private synchronized int withdrawalsOf(Documents.Of round) {
        return withdrawals.getOrDefault(round, 0);
    }

    /** Not if something was withdrawn while it was being built or stored: it might still be in there. */
    private Optional<Documents.Issue> replace(
            Documents.Of round, String revision, List<Documents.File> files, int withdrawalsBefore) {
        storing.lock();
        try {
            if (withdrawalsOf(round) != withdrawalsBefore) {
                return Optional.empty();
            }
            var issue = documents.store(round, revision, files);
            var served = serve(round, issue, withdrawalsBefore);
            served.ifPresentOrElse(it -> documents.discardOthers(round, it), () -> documents.remove(round));
            return served;
        } finally {
            storing.unlock();
        }
    }

    private synchronized Optional<Documents.Issue> serve(
            Documents.Of round, Documents.Issue issue, int withdrawalsBefore) {
        if (withdrawalsOf(round) != withdrawalsBefore) {
            return Optional.empty();
        }
        documents.serve(round, issue);
        return Optional.of(issue);
    }

    private void announce(Documents.Of round, Documents.Issue issue, Compilation compilation) {
        var before = record.read(r -> r.announced().issue(round.consultation(), round.round()));
        if (before.revision().equals(issue.revision())) {
            return;
        }
        var id = EventIds.issued(round.consultation() + "/" + round.round(), before.count(), issue.revision());
        var event = new CompilationIssued(
                round.consultation(),
                round.round(),
                issue.revision(),
                compilation.statistics().contributions(),
                issue.files().stream().map(Documents.Stored::object).toList(),
                clock.instant());
        announcements.announce(id, event);
        record.change(r -> {
            r.announced().take(id, event);
            return true;
        });
    }

    /** What is being built now is finished first; the rest is built at the next start. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        builder.shutdown();
        try {
            if (!builder.awaitTermination(FINISH.toSeconds(), TimeUnit.SECONDS)) {
                builder.shutdownNow();
            }
        } catch (InterruptedException e) {
            builder.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
