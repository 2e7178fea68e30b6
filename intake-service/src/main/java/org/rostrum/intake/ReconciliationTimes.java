package org.rostrum.intake;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.rostrum.intake.usecase.EraseSubmission;
import org.rostrum.intake.usecase.ReconcileRecords;
import org.rostrum.intake.usecase.ReconcileRevisions;

/** When records are reconciled: at start, every hour, and every five seconds for what this process could not announce. */
@ApplicationScoped
class ReconciliationTimes {
    private static final Logger LOG = Logger.getLogger(ReconciliationTimes.class);

    private final ReconcileRecords reconcile;
    private final EraseSubmission erase;
    private final ReconcileRevisions revisions;
    private final Clock clock;
    private volatile boolean comparedOnce;

    ReconciliationTimes(ReconcileRecords reconcile, EraseSubmission erase, ReconcileRevisions revisions, Clock clock) {
        this.reconcile = reconcile;
        this.erase = erase;
        this.revisions = revisions;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent event) {
        Thread.ofVirtual().name("reconcile-at-start").start(this::compare);
    }

    @Scheduled(
            every = "${rostrum.intake.reconcile.compare-every:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compareRegularly() {
        compare();
    }

    @Scheduled(
            every = "${rostrum.intake.reconcile.retry-every:5s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void retry() {
        int announced = reconcile.retryUnconfirmed();
        if (announced > 0) {
            LOG.infof("Announced submissions that were waiting for the log; count=%d", announced);
        }
        finished(erase.finishOwn());
        if (!comparedOnce) {
            compare();
        }
    }

    private static void finished(int erasures) {
        if (erasures > 0) {
            LOG.infof("Finished erasures that had broken off; count=%d", erasures);
        }
    }

    /** Definitions are few: looking often costs one listing, and a manager's change is not late by an hour. */
    @Scheduled(
            every = "${rostrum.intake.reconcile.revisions-every:20s}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compareRevisions() {
        try {
            int announced = revisions.compareAll();
            if (announced > 0) {
                LOG.warnf("Announced revisions of consultations that the log lacked; count=%d", announced);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Revisions cannot be compared with the log yet; reason=%s", e.getMessage());
        }
    }

    private synchronized void compare() {
        compareRecords();
        finishErasures();
    }

    private void finishErasures() {
        try {
            finished(erase.finishAll());
        } catch (RuntimeException e) {
            LOG.warnf("Erasures cannot be looked through yet; reason=%s", e.getMessage());
        }
    }

    private void compareRecords() {
        try {
            var begun = clock.instant();
            int announced = reconcile.compareAll();
            comparedOnce = true;
            LOG.infof(
                    "Compared manifests with records; announced=%d millis=%d",
                    announced, Duration.between(begun, clock.instant()).toMillis());
        } catch (RuntimeException e) {
            LOG.warnf("Manifests cannot be compared with records yet; reason=%s", e.getMessage());
        }
    }
}
