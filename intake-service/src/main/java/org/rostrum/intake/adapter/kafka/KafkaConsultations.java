package org.rostrum.intake.adapter.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.EventCodec.Undecodable;
import org.rostrum.contracts.Topic;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.usecase.Consultations;

/**
 * Every instance reads all of {@code consultations.v1} for itself, from the beginning, and goes on reading: a plain consumer
 * and no channel, because it must know when it has caught up, and because a group would only share out what each needs whole.
 */
@ApplicationScoped
public class KafkaConsultations implements Consultations {
    private static final Logger LOG = Logger.getLogger(KafkaConsultations.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long PAUSE_SECONDS = 1;

    private final String bootstrapServers;
    private volatile LatestDefinitions latest = new LatestDefinitions();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean complete;
    private volatile boolean stopped;

    KafkaConsultations(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("consultations").daemon().start(this::readForEver);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    @Override
    public Optional<DefinedConsultation> find(ConsultationId consultation) {
        return latest.find(consultation);
    }

    @Override
    public List<DefinedConsultation> all() {
        return latest.all();
    }

    @Override
    public boolean areComplete() {
        return complete;
    }

    @Override
    public boolean awaitRevision(ConsultationId consultation, int revision, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!has(consultation, revision) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return has(consultation, revision);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean has(ConsultationId consultation, int revision) {
        return find(consultation).filter(found -> found.revision() >= revision).isPresent();
    }

    private void readForEver() {
        while (!stopped) {
            try {
                read();
            } catch (RuntimeException e) {
                LOG.warnf("consultations.v1 cannot be read and will be tried again; reason=%s", e.getMessage());
                pause();
            }
        }
    }

    private void read() {
        try (var topic = new TopicReader(bootstrapServers, Topic.CONSULTATIONS, Map.of())) {
            var fresh = new LatestDefinitions();
            topic.readToEnd(record -> take(record, fresh));
            stand(fresh);
            LOG.infof("Read every consultation; count=%d", fresh.all().size());
            while (!stopped) {
                topic.poll(POLL).forEach(record -> take(record, fresh));
            }
        }
    }

    /** What stood goes on standing until everything was read again: nobody sees revisions pass by a second time. */
    private void stand(LatestDefinitions fresh) {
        lock.lock();
        try {
            latest = fresh;
            complete = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, LatestDefinitions into) {
        try {
            if (Records.decode(record).event() instanceof ConsultationDefined defined) {
                take(defined, into);
            }
        } catch (Undecodable e) {
            // Written by nobody but intake itself: kept where it lies, the definition before it stands.
            LOG.errorf("A definition cannot be read; partition=%d offset=%d", record.partition(), record.offset());
        }
    }

    private void take(ConsultationDefined defined, LatestDefinitions into) {
        lock.lock();
        try {
            into.take(defined);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
