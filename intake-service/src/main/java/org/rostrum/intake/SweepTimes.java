package org.rostrum.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.rostrum.intake.usecase.SweepOrphans;
import org.rostrum.intake.usecase.SweepStagedFiles;

/** When what nobody claimed is swept: an hour after the start, then every six hours. */
@ApplicationScoped
class SweepTimes {
    private static final Logger LOG = Logger.getLogger(SweepTimes.class);

    private final SweepStagedFiles staged;
    private final SweepOrphans orphans;
    private final Clock clock;

    SweepTimes(SweepStagedFiles staged, SweepOrphans orphans, Clock clock) {
        this.staged = staged;
        this.orphans = orphans;
        this.clock = clock;
    }

    @Scheduled(
            every = "${rostrum.intake.uploads.sweep-every:6h}",
            delayed = "${rostrum.intake.uploads.sweep-after:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            int swept = staged.sweep(clock.instant());
            var attachments = orphans.sweep(clock.instant());
            LOG.infof(
                    "Swept files that no submission claimed; staged=%d setAside=%d putBack=%d forgotten=%d",
                    swept, attachments.setAside(), attachments.putBack(), attachments.forgotten());
        } catch (RuntimeException e) {
            LOG.warnf("Files that no submission claimed cannot be swept yet; reason=%s", e.getMessage());
        }
    }
}
