package org.rostrum.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.publishing.adapter.compilationhtml.HtmlCompilations;
import org.rostrum.publishing.adapter.compilationhtml.JsonCompilations;
import org.rostrum.publishing.adapter.docx.DocxCompilations;
import org.rostrum.publishing.adapter.feed.SiteFeeds;
import org.rostrum.publishing.adapter.html.HtmlPages;
import org.rostrum.publishing.adapter.kafka.DeadLetters;
import org.rostrum.publishing.adapter.kafka.KafkaAnnouncements;
import org.rostrum.publishing.adapter.kafka.KafkaLog;
import org.rostrum.publishing.adapter.micrometer.MeteredAlarms;
import org.rostrum.publishing.adapter.objectstore.ObjectStoreArtefacts;
import org.rostrum.publishing.adapter.objectstore.ObjectStoreDocuments;
import org.rostrum.publishing.adapter.objectstore.ObjectStoreSite;
import org.rostrum.publishing.adapter.objectstore.ServedFiles;
import org.rostrum.publishing.adapter.pdf.PdfCompilations;
import org.rostrum.publishing.adapter.pdf.Typefaces;
import org.rostrum.publishing.domain.compilation.CompilationRenderer;
import org.rostrum.publishing.usecase.IssueCompilations;
import org.rostrum.publishing.usecase.LivingRecord;
import org.rostrum.publishing.usecase.PublicFiles;
import org.rostrum.publishing.usecase.PublishRecord;
import org.rostrum.publishing.usecase.Readiness;

/** The service without its HTTP side, put together; it follows the log from {@link #start} until it is closed. */
public final class Publishing implements AutoCloseable {
    /** Asking for every single record would cost more than reading it; readers do not notice a tenth of a second. */
    private static final int FETCHED_AT_ONCE = 64 * 1024;

    private static final int FETCH_WAIT_MS = 100;

    private final LivingRecord record = new LivingRecord();
    private final ServedFiles files;
    private final Producer<String, byte[]> producer;
    private final IssueCompilations compilations;
    private final KafkaLog log;

    /**
     * What is around it.
     *
     * @param kafka connection settings, at least {@code bootstrap.servers}
     * @param publicUrl address of the public site, without a slash at the end
     * @param intakeUrl address where people respond, without a slash at the end
     */
    public record Surroundings(
            ObjectStore cleared,
            String clearedBucket,
            ObjectStore site,
            String siteBucket,
            Map<String, Object> kafka,
            String publicUrl,
            String intakeUrl,
            long cacheBytes,
            MeterRegistry meters,
            InstantSource clock) {}

    public Publishing(Surroundings around) {
        var alarms = new MeteredAlarms(around.meters());
        files = new ServedFiles(around.site(), around.cacheBytes());
        producer = producer(around.kafka());
        var announcements = new KafkaAnnouncements(producer);
        compilations = new IssueCompilations(
                record,
                new ObjectStoreDocuments(around.site(), files, around.siteBucket()),
                renderers(),
                announcements,
                alarms,
                around.clock());
        var publishing = new PublishRecord(
                record,
                compilations,
                new PublishRecord.Surroundings(
                        new ObjectStoreArtefacts(around.cleared(), around.clearedBucket()),
                        new ObjectStoreSite(files),
                        new HtmlPages(around.publicUrl(), around.intakeUrl()),
                        new SiteFeeds(around.publicUrl()),
                        announcements,
                        alarms,
                        around.clock()));
        log = new KafkaLog(() -> consumer(around.kafka()), publishing, new DeadLetters(producer), alarms);
    }

    private static List<CompilationRenderer> renderers() {
        return List.of(
                new DocxCompilations(),
                new PdfCompilations(Typefaces.installed()),
                new HtmlCompilations(),
                new JsonCompilations());
    }

    public void start() {
        log.start();
    }

    public LivingRecord record() {
        return record;
    }

    public PublicFiles files() {
        return files;
    }

    public Readiness readiness() {
        return new Readiness(record, log::isCaughtUp);
    }

    private static Consumer<String, byte[]> consumer(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCHED_AT_ONCE);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "publishing-log");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Producer<String, byte[]> producer(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "publishing");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        log.close();
        compilations.close();
        producer.close();
    }
}
