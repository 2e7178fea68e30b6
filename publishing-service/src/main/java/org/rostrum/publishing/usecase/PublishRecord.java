package org.rostrum.publishing.usecase;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.publishing.domain.PublicRecord;

/**
 * Follows the log: takes events into the record, then brings the site up to date with it and tells the others. Between
 * the two it may take many events at once. One thread only.
 */
public final class PublishRecord {
    private static final int AT_ONCE = 16;

    private final LivingRecord record;
    private final CheckClearances clearances;
    private final RefreshSite site;
    private final IssueCompilations compilations;
    private final TellOthers others;
    private final Alarms alarms;

    private final StaleSite stale = new StaleSite();
    private final Set<SubmissionId> untold = new HashSet<>();
    private final Set<Documents.Of> changed = new HashSet<>();
    private final List<CheckClearances.Refusal> refusals = new ArrayList<>();
    private boolean begun;

    /** Everything that publishing talks to. */
    public record Surroundings(
            Artefacts artefacts,
            Site site,
            Pages pages,
            Feeds feeds,
            Announcements announcements,
            Alarms alarms,
            InstantSource clock) {}

    public PublishRecord(LivingRecord record, IssueCompilations compilations, Surroundings around) {
        var side = new Side(AT_ONCE);
        this.record = record;
        this.compilations = compilations;
        this.alarms = around.alarms();
        this.clearances = new CheckClearances(record, around.artefacts(), alarms, side);
        this.site = new RefreshSite(record, around.site(), around.pages(), around.feeds(), side);
        this.others = new TellOthers(record, around.announcements(), alarms, around.clock());
    }

    /** Takes one event; nothing outside changes yet. */
    public void take(String eventId, Event event) throws PublicRecord.Contradiction {
        stale.note(record.change(r -> r.apply(eventId, event)));
    }

    /**
     * Brings the site up to date and announces what changed. What is no longer public is first hidden in memory, which
     * cannot fail, then taken out of the store, and only then is anything new looked at. The first time, everything is
     * written, and whatever an earlier life left behind that no event explains is removed.
     *
     * @throws StoreUnavailable if that was not possible now, or not for every clearance; nothing is forgotten, and the
     *     next call tries again
     */
    public void settle() {
        hide();
        takeDown();
        var missing = check();
        if (!begun || isBehind()) {
            update(missing.isEmpty());
        }
        missing.ifPresent(why -> {
            throw why;
        });
        alarms.upToDate();
    }

    /** Whether only numbers on the site are behind, which may wait a moment. */
    public boolean hasOnlyCounted() {
        return begun && untold.isEmpty() && refusals.isEmpty() && changed.isEmpty() && stale.hasOnlyCounted();
    }

    private void hide() {
        site.hide(stale);
        compilations.hide(rounds(stale.withdrawn()));
    }

    private void takeDown() {
        site.takeDown(stale);
        compilations.withdraw(rounds(stale.withdrawn()));
        stale.withdrawn().clear();
    }

    /** What kept some clearances waiting, if anything did. */
    private Optional<StoreUnavailable> check() {
        var waiting = stale.takeWaiting();
        var checked = clearances.check(waiting, stale::note);
        refusals.addAll(checked.refusals());
        stale.stillWaiting(checked.unreachable());
        return checked.why();
    }

    private boolean isBehind() {
        return !(stale.isEmpty() && untold.isEmpty() && refusals.isEmpty() && changed.isEmpty());
    }

    /** At the start nothing is swept or announced while a clearance waits: what it stands for would seem to be gone. */
    private void update(boolean isComplete) {
        untold.addAll(stale.restated());
        untold.addAll(record.read(r -> submissionsOf(r, stale.redefined())));
        site.refresh(stale);
        changed.addAll(changedRounds());
        warnOfImbalance();
        stale.refreshed();
        if (begun || isComplete) {
            begin();
            compilations.refresh(changed);
            changed.clear();
            tell();
        }
    }

    private void begin() {
        if (!begun) {
            site.sweep();
            compilations.sweep();
            begun = true;
        }
    }

    private void tell() {
        others.ofRefusals(refusals);
        refusals.clear();
        others.ofSubmissions(untold);
        untold.clear();
    }

    private static Set<SubmissionId> submissionsOf(PublicRecord record, Set<ConsultationId> consultations) {
        return consultations.stream()
                .flatMap(id -> record.find(id).stream())
                .flatMap(consultation -> consultation.submissions().stream())
                .collect(Collectors.toSet());
    }

    private Set<Documents.Of> changedRounds() {
        var rounds = rounds(stale.compilations());
        record.read(r -> stale.redefined().stream()
                        .flatMap(id -> r.find(id).stream())
                        .flatMap(found -> found.definition().stream())
                        .flatMap(definition -> definition.rounds().stream()
                                .map(round -> new Documents.Of(definition.id(), round.id())))
                        .toList())
                .forEach(rounds::add);
        return rounds;
    }

    private static Set<Documents.Of> rounds(Set<StaleSite.Compilation> compilations) {
        return compilations.stream()
                .map(it -> new Documents.Of(it.consultation(), it.round()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void warnOfImbalance() {
        for (var round : stale.compilations()) {
            var balances = record.read(r -> r.find(round.consultation())
                    .map(found -> found.accounting(round.round()).balances())
                    .orElse(true));
            if (!balances) {
                alarms.unbalanced(round.consultation(), round.round());
            }
        }
    }
}
