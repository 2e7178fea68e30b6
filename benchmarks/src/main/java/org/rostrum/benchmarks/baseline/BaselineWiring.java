package org.rostrum.benchmarks.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.S3ObjectStore;

/** Opens what the baseline writes to. */
@ApplicationScoped
class BaselineWiring {
    private static final String BUCKET = "rostrum-intake";

    private final BaselineConfig config;

    BaselineWiring(BaselineConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    S3ObjectStore store() {
        var s3 = config.s3();
        return new S3ObjectStore(
                new ObjectStoreConfig(s3.endpoint(), s3.accessKey(), s3.secretKey(), s3.region(), BUCKET));
    }

    void close(@Disposes S3ObjectStore store) {
        store.close();
    }

    @Produces
    @Singleton
    BaselineLog log() {
        return new BaselineLog(config.kafka().bootstrapServers());
    }

    void close(@Disposes BaselineLog log) {
        log.close();
    }
}
