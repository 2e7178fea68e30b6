package org.rostrum.intake;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.rostrum.intake.adapter.kafka.KafkaReceivedRecords;
import org.rostrum.intake.adapter.postgres.PostgresSubmissions;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.usecase.ReceivedRecords;
import org.rostrum.intake.usecase.Submissions;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.platform.secret.DevelopmentSecrets;

/** What everything else stands on: the store, the projection, the log, the clock; use cases are joined to them by concern. */
@ApplicationScoped
class Wiring {
    private final IntakeConfig config;

    Wiring(IntakeConfig config) {
        this.config = config;
    }

    /** Quarkus takes the client's secret itself; here a missing one, or one of the demo, is refused in production. */
    void checkLogin(@Observes StartupEvent start, DevelopmentSecrets secrets) {
        checkLogin(secrets, config.oidcClientSecret());
    }

    static void checkLogin(DevelopmentSecrets secrets, Optional<String> clientSecret) {
        if (secrets.production() || clientSecret.isPresent()) {
            secrets.require("ROSTRUM_OIDC_CLIENT_SECRET", clientSecret);
        }
    }

    @Produces
    @Singleton
    DevelopmentSecrets secrets() {
        return DevelopmentSecrets.inProfiles(ConfigUtils.getProfiles());
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Limits limits() {
        var limits = config.limits();
        return new Limits(
                limits.fieldCharacters(),
                limits.lineCharacters(),
                limits.attachments(),
                limits.attachmentBytes(),
                limits.attachmentsBytes(),
                limits.textsBytes().orElse(Limits.textsOf(limits.fieldCharacters())));
    }

    @Produces
    @Singleton
    ObjectStoreConfig bucket(DevelopmentSecrets secrets) {
        var s3 = config.s3();
        return new ObjectStoreConfig(
                s3.endpoint(),
                secrets.require("ROSTRUM_S3_ACCESS_KEY", s3.accessKey()),
                secrets.require("ROSTRUM_S3_SECRET_KEY", s3.secretKey()),
                s3.region(),
                s3.bucket());
    }

    @Produces
    @Singleton
    S3ObjectStore store(ObjectStoreConfig bucket) {
        return new S3ObjectStore(bucket);
    }

    void close(@Disposes S3ObjectStore store) {
        store.close();
    }

    @Produces
    @Singleton
    Submissions submissions(DataSource database, Flyway flyway) {
        return new PostgresSubmissions(database, flyway::migrate);
    }

    @Produces
    @Singleton
    ReceivedRecords receivedRecords(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        return new KafkaReceivedRecords(bootstrapServers);
    }
}
