package org.rostrum.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.rostrum.intake.usecase.SweepDrafts;

/** When expired drafts are removed: every six hours. */
@ApplicationScoped
class DraftTimes {
    private static final Logger LOG = Logger.getLogger(DraftTimes.class);

    private final SweepDrafts sweep;
    private final Clock clock;

    DraftTimes(SweepDrafts sweep, Clock clock) {
        this.sweep = sweep;
        this.clock = clock;
    }

    @Scheduled(
            every = "${rostrum.intake.drafts.sweep-every:6h}",
            delayed = "10m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            LOG.infof("Swept drafts; removed=%d", sweep.sweep(clock.instant()));
        } catch (RuntimeException e) {
            LOG.warnf("Drafts cannot be swept now; reason=%s", e.getMessage());
        }
    }
}
