package org.rostrum.publishing.adapter.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.publishing.domain.RefusalReason;
import org.rostrum.publishing.usecase.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alarms as log lines at level error, and as meters named {@code rostrum.publishing.*}. */
public final class MeteredAlarms implements Alarms {
    private static final Logger LOG = LoggerFactory.getLogger("org.rostrum.publishing.alarms");
    private static final String PREFIX = "rostrum.publishing.";

    private final MeterRegistry meters;
    private final AtomicInteger behind;

    public MeteredAlarms(MeterRegistry meters) {
        this.meters = meters;
        this.behind = meters.gauge(PREFIX + "behind", new AtomicInteger());
    }

    @Override
    public void refused(Reference reference, RefusalReason reason) {
        meters.counter(PREFIX + "refused", "reason", reason.code()).increment();
        LOG.atError()
                .addKeyValue("reference", reference)
                .addKeyValue("reason", reason.code())
                .log("ALARM: a cleared contribution was refused and is not public; find out how it could be cleared.");
    }

    @Override
    public void unbalanced(ConsultationId consultation, RoundId round) {
        meters.counter(PREFIX + "unbalanced").increment();
        LOG.atError()
                .addKeyValue("consultation", consultation)
                .addKeyValue("round", round)
                .log("ALARM: what was received and what became of it do not add up.");
    }

    @Override
    public void published(Duration sinceClearance) {
        meters.timer(PREFIX + "clearance.to.site").record(sinceClearance);
    }

    @Override
    public void compilationFailed(ConsultationId consultation, RoundId round, RuntimeException why) {
        meters.counter(PREFIX + "compilation.failed").increment();
        LOG.atError()
                .addKeyValue("consultation", consultation)
                .addKeyValue("round", round)
                .setCause(why)
                .log("A consolidated document could not be built; it is tried again.");
    }

    @Override
    public void behind(String why) {
        behind.set(1);
        LOG.atWarn().addKeyValue("why", why).log("The site is behind the record.");
    }

    @Override
    public void upToDate() {
        behind.set(0);
    }
}
