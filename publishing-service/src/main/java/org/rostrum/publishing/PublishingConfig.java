package org.rostrum.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/**
 * Everything that is to be set for publishing, besides {@code KAFKA_BOOTSTRAP_SERVERS} and Quarkus' own.
 * {@code application.properties} says which environment variable brings what.
 */
@ConfigMapping(prefix = "rostrum.publishing")
public interface PublishingConfig {

    /** ROSTRUM_PUBLISHING_URL: where the public reaches the site, without a slash at the end; feeds carry it. */
    String url();

    /** ROSTRUM_INTAKE_URL: where people respond, without a slash at the end. */
    String intakeUrl();

    /** ROSTRUM_PUBLISHING_CLEARED_BUCKET: where processing puts public forms. */
    @WithDefault("rostrum-cleared")
    String clearedBucket();

    /** ROSTRUM_PUBLISHING_PUBLIC_BUCKET: where the site's bytes live. */
    @WithDefault("rostrum-public")
    String publicBucket();

    /** ROSTRUM_PUBLISHING_CACHE_BYTES: how many bytes of pages are kept in memory. */
    @WithDefault("67108864")
    long cacheBytes();

    /** The object store. */
    S3 s3();

    /** Any S3 server. */
    interface S3 {
        /** ROSTRUM_S3_ENDPOINT: URL without a path. */
        URI endpoint();

        /** ROSTRUM_S3_ACCESS_KEY. */
        Optional<String> accessKey();

        /** ROSTRUM_S3_SECRET_KEY: may not be one of a demonstration in production. */
        Optional<String> secretKey();

        /** ROSTRUM_S3_REGION. */
        String region();
    }
}
