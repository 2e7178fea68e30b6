package org.rostrum.processing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.platform.secret.DevelopmentSecrets;
import org.rostrum.processing.adapter.background.InterruptiblePauses;
import org.rostrum.processing.adapter.background.OneAtATime;
import org.rostrum.processing.adapter.background.Worker;
import org.rostrum.processing.adapter.clamd.ClamdAddress;
import org.rostrum.processing.adapter.clamd.ClamdScans;
import org.rostrum.processing.adapter.encoder.EncoderInBackground;
import org.rostrum.processing.adapter.extraction.JailPolicy;
import org.rostrum.processing.adapter.extraction.NotIsolated;
import org.rostrum.processing.adapter.extraction.WorkerPool;
import org.rostrum.processing.adapter.extraction.WorkerSettings;
import org.rostrum.processing.adapter.kafka.KafkaBroker;
import org.rostrum.processing.adapter.kafka.KafkaSubmissionLog;
import org.rostrum.processing.adapter.lingua.LinguaLanguages;
import org.rostrum.processing.adapter.lucene.LuceneStems;
import org.rostrum.processing.adapter.lucene.LuceneTokens;
import org.rostrum.processing.adapter.objectstore.StoredArtefacts;
import org.rostrum.processing.adapter.objectstore.StoredAttachments;
import org.rostrum.processing.adapter.objectstore.StoredManifests;
import org.rostrum.processing.adapter.phone.LibPhoneNumbers;
import org.rostrum.processing.adapter.postgres.PostgresOutgoingEvents;
import org.rostrum.processing.adapter.postgres.PostgresTransactions;
import org.rostrum.processing.usecase.CaseChanges;
import org.rostrum.processing.usecase.ChooseKeyPassage;
import org.rostrum.processing.usecase.ChooseWhatToAsk;
import org.rostrum.processing.usecase.ClearSubmission;
import org.rostrum.processing.usecase.DescribeTexts;
import org.rostrum.processing.usecase.DismissDispute;
import org.rostrum.processing.usecase.DisputeAuthorship;
import org.rostrum.processing.usecase.EraseSubmission;
import org.rostrum.processing.usecase.Extractions;
import org.rostrum.processing.usecase.FlagTexts;
import org.rostrum.processing.usecase.FollowPublication;
import org.rostrum.processing.usecase.ForgottenTexts;
import org.rostrum.processing.usecase.HandleEvents;
import org.rostrum.processing.usecase.LearnRounds;
import org.rostrum.processing.usecase.ListCases;
import org.rostrum.processing.usecase.ListKeyPassages;
import org.rostrum.processing.usecase.MovePassage;
import org.rostrum.processing.usecase.ParkSubmission;
import org.rostrum.processing.usecase.Patience;
import org.rostrum.processing.usecase.Pauses;
import org.rostrum.processing.usecase.PreviewContribution;
import org.rostrum.processing.usecase.ProcessSubmission;
import org.rostrum.processing.usecase.ReadSubmission;
import org.rostrum.processing.usecase.RecallClearance;
import org.rostrum.processing.usecase.RecordDefinition;
import org.rostrum.processing.usecase.RelayOutbox;
import org.rostrum.processing.usecase.ReleaseSubmission;
import org.rostrum.processing.usecase.RememberedPlaces;
import org.rostrum.processing.usecase.ReplaySubmissions;
import org.rostrum.processing.usecase.RoundModels;
import org.rostrum.processing.usecase.ScannedExtractions;
import org.rostrum.processing.usecase.SettleFamily;
import org.rostrum.processing.usecase.Transactions;
import org.rostrum.processing.usecase.ViewCase;
import org.rostrum.processing.usecase.WithdrawSubmission;
import org.rostrum.processing.usecase.WithholdSubmission;

/** Puts use cases and adapters together, and refuses to start with secrets that are missing or for demonstrations. */
@ApplicationScoped
class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration LEARNING = Duration.ofSeconds(10);

    private final ProcessingConfig config;
    private final DevelopmentSecrets secrets;
    private final InstantSource clock = InstantSource.system();
    private final InterruptiblePauses pauses = new InterruptiblePauses();
    private final FlagTexts flags = new FlagTexts(new LibPhoneNumbers());

    private final S3ObjectStore intakeBucket;
    private final S3ObjectStore clearedBucket;
    private final KafkaBroker broker;
    private final PostgresTransactions transactions;
    private final Worker relay;
    private final Worker resumption;
    private final HandleEvents events;
    private final WorkerPool extractions;
    private final ForgottenTexts forgotten = new ForgottenTexts(clock);
    private final EncoderInBackground encoder;
    private final DescribeTexts describe;
    private final RoundModels models;
    private final LearnRounds rounds;
    private final Worker learning;
    private final OneAtATime replaying = new OneAtATime("replay");
    private final OneAtATime meanings = new OneAtATime("meanings");
    private final ReplaySubmissions replays;

    Wiring(
            ProcessingConfig config,
            DataSource database,
            CaseChanges listeners,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> databasePassword) {
        this.config = config;
        this.secrets = DevelopmentSecrets.inProfiles(ConfigUtils.getProfiles());
        secrets.require("ROSTRUM_OIDC_CLIENT_SECRET", config.clientSecret());
        secrets.require("ROSTRUM_POSTGRES_PASSWORD", databasePassword);
        this.intakeBucket = bucket(config.s3().intakeBucket());
        this.clearedBucket = bucket(config.s3().clearedBucket());
        this.broker = new KafkaBroker(bootstrapServers);
        this.relay =
                new Worker("outbox-relay", new RelayOutbox(new PostgresOutgoingEvents(database), broker)::relay, ROUND);
        this.transactions = new PostgresTransactions(database, listeners, relay::wake);
        this.extractions = new WorkerPool(workers(config.extraction()));
        this.encoder = new EncoderInBackground(() -> Encoders.of(config.encoder()));
        this.describe = new DescribeTexts(new RememberedPlaces(encoder, transactions, forgotten), new LuceneStems());
        this.models = new RoundModels(describe);
        this.rounds = new LearnRounds(transactions, describe, models, clock, pauses);
        this.learning = new Worker("learning", rounds::learn, LEARNING);
        rounds.wakes(learning::wake);
        var manifests = new StoredManifests(intakeBucket);
        var reader = new ReadSubmission(
                new StoredAttachments(intakeBucket), scanned(), new LinguaLanguages(), describe, models);
        var submissions = new ProcessSubmission(transactions, manifests, reader, rounds, clock);
        forgotten.tell(submissions::forget);
        var withdrawals = new WithdrawSubmission(transactions);
        var erasures = new EraseSubmission(transactions, artefacts(), rounds, forgotten);
        this.events = events(submissions, withdrawals, erasures);
        this.replays = new ReplaySubmissions(
                transactions,
                new KafkaSubmissionLog(bootstrapServers),
                manifests,
                reader,
                submissions,
                withdrawals,
                erasures,
                clock,
                replaying);
        this.resumption = new Worker("released-submissions", events::resume, ROUND);
    }

    private S3ObjectStore bucket(String name) {
        return new S3ObjectStore(new ObjectStoreConfig(
                config.s3().endpoint(),
                secrets.require("ROSTRUM_S3_ACCESS_KEY", config.s3().accessKey()),
                secrets.require("ROSTRUM_S3_SECRET_KEY", config.s3().secretKey()),
                config.s3().region(),
                name));
    }

    static WorkerSettings workers(ProcessingConfig.Extraction extraction) {
        return WorkerSettings.usual(extraction.classpath().orElse(""))
                .withWorkers(extraction.workers())
                .withHeapMegabytes(extraction.heapMegabytes())
                .withTimeout(extraction.timeout())
                .withCpu(extraction.cpu())
                .withFilesPerWorker(extraction.filesPerWorker())
                .withJail(extraction.jail());
    }

    /** Where a scanner is configured, no file is read that it did not look at. */
    private Extractions scanned() {
        return config.malware()
                .clamd()
                .map(address -> new ClamdScans(
                        new ClamdAddress(address), config.malware().timeout()))
                .<Extractions>map(clamd -> new ScannedExtractions(clamd, extractions))
                .orElse(extractions);
    }

    private HandleEvents events(
            ProcessSubmission submissions, WithdrawSubmission withdrawals, EraseSubmission erasures) {
        return new HandleEvents(
                transactions,
                new RecordDefinition(transactions),
                submissions,
                withdrawals,
                new DisputeAuthorship(transactions),
                erasures,
                new FollowPublication(transactions),
                new ParkSubmission(transactions, clock),
                new Patience(
                        config.retry().attempts(),
                        config.retry().firstPause(),
                        config.retry().longestPause()),
                pauses);
    }

    void start(@Observes StartupEvent started) {
        if (config.extraction().jail() == JailPolicy.REQUIRED) {
            prepareParser(); // where files must be isolated and cannot be, we do not even start
        } else {
            Thread.ofVirtual().name("first-parser").start(this::prepareParser);
        }
        relay.start();
        resumption.start();
        learning.start();
    }

    /** The first file need not wait for a parser's start; a broken installation is told at once, not with that file. */
    private void prepareParser() {
        try {
            extractions.prepare();
        } catch (Pauses.Stopping e) {
            LOG.debug("Stopped before the first parser was ready.");
        } catch (NotIsolated e) {
            throw e;
        } catch (IllegalStateException e) {
            LOG.error("Parsers cannot be started; attachments wait until this is mended.", e);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        pauses.close();
        replaying.close();
        meanings.close();
        resumption.close();
        learning.close();
        relay.close();
        extractions.close();
        encoder.close();
        broker.close();
        intakeBucket.close();
        clearedBucket.close();
    }

    @Produces
    @Singleton
    WorkerPool extractions() {
        return extractions;
    }

    @Produces
    @Singleton
    HandleEvents handleEvents() {
        return events;
    }

    @Produces
    @Singleton
    ReplaySubmissions replaySubmissions() {
        return replays;
    }

    @Produces
    @Singleton
    Transactions transactions() {
        return transactions;
    }

    @Produces
    @Singleton
    ListCases listCases() {
        return new ListCases(transactions);
    }

    @Produces
    @Singleton
    ViewCase viewCase() {
        return new ViewCase(transactions, flags);
    }

    @Produces
    @Singleton
    PreviewContribution previewContribution() {
        return new PreviewContribution(transactions);
    }

    @Produces
    @Singleton
    MovePassage movePassage() {
        return new MovePassage(transactions, rounds, clock);
    }

    @Produces
    @Singleton
    ClearSubmission clearSubmission() {
        return new ClearSubmission(transactions, artefacts(), flags, clock);
    }

    private StoredArtefacts artefacts() {
        return new StoredArtefacts(clearedBucket, config.s3().clearedBucket());
    }

    @Produces
    @Singleton
    WithholdSubmission withholdSubmission() {
        return new WithholdSubmission(transactions, clock);
    }

    @Produces
    @Singleton
    RecallClearance recallClearance() {
        return new RecallClearance(transactions, clock);
    }

    @Produces
    @Singleton
    DismissDispute dismissDispute() {
        return new DismissDispute(transactions, clock);
    }

    @Produces
    @Singleton
    ChooseWhatToAsk chooseWhatToAsk() {
        return new ChooseWhatToAsk(transactions, describe, flags);
    }

    @Produces
    @Singleton
    SettleFamily settleFamily() {
        return new SettleFamily(transactions, clock);
    }

    @Produces
    @Singleton
    ListKeyPassages listKeyPassages() {
        return new ListKeyPassages(transactions, describe, new LuceneTokens(), flags, meanings, clock);
    }

    @Produces
    @Singleton
    ChooseKeyPassage chooseKeyPassage() {
        return new ChooseKeyPassage(transactions, clock);
    }

    @Produces
    @Singleton
    ReleaseSubmission releaseSubmission() {
        return new ReleaseSubmission(transactions, clock);
    }
}
