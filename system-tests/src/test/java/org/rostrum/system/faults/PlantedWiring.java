package org.rostrum.system.faults;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.intake.adapter.crypto.AesContactSeals;
import org.rostrum.intake.adapter.crypto.Ed25519Signatures;
import org.rostrum.intake.adapter.crypto.HmacIdentities;
import org.rostrum.intake.adapter.kafka.KafkaReceivedRecords;
import org.rostrum.intake.adapter.objectstore.ObjectStoreAttachments;
import org.rostrum.intake.adapter.objectstore.ObjectStoreDisputes;
import org.rostrum.intake.adapter.objectstore.ObjectStoreErasures;
import org.rostrum.intake.adapter.objectstore.ObjectStoreManifests;
import org.rostrum.intake.adapter.objectstore.ObjectStoreStagedFiles;
import org.rostrum.intake.adapter.objectstore.ObjectStoreWithdrawals;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.usecase.AnnounceReceived;
import org.rostrum.intake.usecase.CommitVersion;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.Identities;
import org.rostrum.intake.usecase.IssueReceipt;
import org.rostrum.intake.usecase.Manifests;
import org.rostrum.intake.usecase.ReceiveSubmission;
import org.rostrum.intake.usecase.ReconcileRecords;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.PresignedPuts;
import org.rostrum.platform.objectstore.S3ObjectStore;

/** Intake's use cases and adapters, joined as intake joins them, with a bug between them and the world. */
final class PlantedWiring {
    private static final String BUCKET = "rostrum-intake";
    private static final String DEMO = "demo.";

    private final Map<String, String> environment;
    private final Consultations consultations = new One(definition());
    private final Identities identities;
    private final ObjectStore store;
    private final Manifests manifests;
    private final AnnounceReceived announce;

    PlantedWiring(Plant plant, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.identities = plant.in(new HmacIdentities(secret("ROSTRUM_INTAKE_ID_KEY"), 1));
        this.store = plant.in(s3(environment));
        this.manifests = new ObjectStoreManifests(store, BUCKET);
        this.announce = new AnnounceReceived(plant.in(new PlainLog(variable("KAFKA_BOOTSTRAP_SERVERS"), plant.acks())));
    }

    /** The real store, past every bug. */
    static S3ObjectStore s3(Map<String, String> environment) {
        return new S3ObjectStore(bucket(environment));
    }

    private static ObjectStoreConfig bucket(Map<String, String> environment) {
        return new ObjectStoreConfig(
                URI.create(Objects.requireNonNull(environment.get("ROSTRUM_S3_ENDPOINT"))),
                Objects.requireNonNull(environment.get("ROSTRUM_S3_ACCESS_KEY")),
                Objects.requireNonNull(environment.get("ROSTRUM_S3_SECRET_KEY")),
                Objects.requireNonNull(environment.get("ROSTRUM_S3_REGION")),
                BUCKET);
    }

    ReceiveSubmission receive() {
        var receipts = new IssueReceipt(
                consultations,
                identities,
                new Ed25519Signatures(secret("ROSTRUM_INTAKE_RECEIPT_KEY")),
                variable("ROSTRUM_INTAKE_URL"));
        var seals = new AesContactSeals(secret("ROSTRUM_INTAKE_CONTACT_KEY"), new SecureRandom());
        var bucket = bucket(environment);
        var staged = new ObjectStoreStagedFiles(
                store, BUCKET, new PresignedPuts(bucket, bucket.endpoint()), new SecureRandom());
        var commit = new CommitVersion(
                manifests, new ObjectStoreAttachments(store, BUCKET, staged), announce, receipts, identities, seals);
        return new ReceiveSubmission(
                consultations, commit, identities, new Limits(200_000, 300, 20, 52_428_800, 262_144_000));
    }

    ReconcileRecords reconcile() {
        return new ReconcileRecords(
                manifests,
                new ObjectStoreWithdrawals(store, BUCKET),
                new ObjectStoreDisputes(store),
                new ObjectStoreErasures(store),
                new KafkaReceivedRecords(variable("KAFKA_BOOTSTRAP_SERVERS")),
                announce);
    }

    private String secret(String name) {
        return variable(name).substring(DEMO.length());
    }

    private String variable(String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }

    private static DefinedConsultation definition() {
        var now = LocalDate.now(ZoneOffset.UTC);
        var definition = Json.mapper().createObjectNode();
        definition
                .put("id", Courier.CONSULTATION)
                .put("organiser", "The Council")
                .put("zone", "Europe/Zurich");
        definition.putObject("title").put("en", "Faults");
        var round = definition.putArray("rounds").addObject();
        round.put("id", Courier.ROUND);
        round.put("opens", now.minusDays(2).toString())
                .put("closes", now.plusDays(30).toString());
        round.putArray("accepts").add("response");
        var item = round.putArray("instrument").addObject().put("number", "2.e").put("kind", "question");
        item.putObject("text").put("en", "What helps?");
        return new DefinedConsultation(
                Json.mapper().convertValue(definition, ConsultationDefinition.class), 1, Instant.EPOCH);
    }

    /** The one consultation that there is. */
    private record One(DefinedConsultation consultation) implements Consultations {
        @Override
        public Optional<DefinedConsultation> find(ConsultationId id) {
            return Optional.of(consultation).filter(one -> one.definition().id().equals(id));
        }

        @Override
        public List<DefinedConsultation> all() {
            return List.of(consultation);
        }

        @Override
        public boolean areComplete() {
            return true;
        }

        @Override
        public boolean awaitRevision(ConsultationId id, int revision, Duration atMost) {
            return true;
        }
    }
}
