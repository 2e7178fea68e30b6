package org.rostrum.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.platform.secret.DevelopmentSecrets;
import org.rostrum.publishing.adapter.http.PublicAddress;
import org.rostrum.publishing.usecase.LivingRecord;
import org.rostrum.publishing.usecase.PublicFiles;

/** Puts the service together from its configuration and runs it from start to stop. */
@ApplicationScoped
public class Wiring {

    void start(@Observes StartupEvent event, Publishing publishing) {
        publishing.start();
    }

    @Produces
    @Singleton
    Publishing publishing(
            PublishingConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry meters) {
        return new Publishing(new Publishing.Surroundings(
                store(config, config.clearedBucket()),
                config.clearedBucket(),
                store(config, config.publicBucket()),
                config.publicBucket(),
                new HashMap<>(kafka),
                config.url(),
                config.intakeUrl(),
                config.cacheBytes(),
                meters,
                InstantSource.system()));
    }

    void stop(@Disposes Publishing publishing) {
        publishing.close();
    }

    private static S3ObjectStore store(PublishingConfig config, String bucket) {
        var secrets = DevelopmentSecrets.inProfiles(ConfigUtils.getProfiles());
        return new S3ObjectStore(new ObjectStoreConfig(
                config.s3().endpoint(),
                secrets.require("ROSTRUM_S3_ACCESS_KEY", config.s3().accessKey()),
                secrets.require("ROSTRUM_S3_SECRET_KEY", config.s3().secretKey()),
                config.s3().region(),
                bucket));
    }

    @Produces
    @Singleton
    LivingRecord record(Publishing publishing) {
        return publishing.record();
    }

    @Produces
    @Singleton
    PublicFiles files(Publishing publishing) {
        return publishing.files();
    }

    @Produces
    @Singleton
    org.rostrum.publishing.usecase.Readiness readiness(Publishing publishing) {
        return publishing.readiness();
    }

    @Produces
    @Singleton
    PublicAddress address(PublishingConfig config) {
        return new PublicAddress(config.url());
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck caughtUp(Publishing publishing) {
        return () -> HealthCheckResponse.named("the site says what the log says")
                .status(publishing.readiness().isCaughtUp())
                .build();
    }
}
