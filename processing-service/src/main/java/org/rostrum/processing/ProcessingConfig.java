package org.rostrum.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What an operator sets of processing; each comment names the environment variable that the launcher uses. */
@ConfigMapping(prefix = "rostrum.processing")
public interface ProcessingConfig {

    /** Where browsers reach this service, without trailing slash: ROSTRUM_PROCESSING_URL. */
    URI url();

    /** Where the public reads, without trailing slash, for links to what is published: ROSTRUM_PUBLISHING_URL. */
    URI publishingUrl();

    /** The OIDC client secret of the dashboard: ROSTRUM_OIDC_CLIENT_SECRET. */
    Optional<String> clientSecret();

    S3 s3();

    Extraction extraction();

    Retry retry();

    /** The object store. */
    interface S3 {
        /** http(s) URL without a path: ROSTRUM_S3_ENDPOINT. */
        URI endpoint();

        /** ROSTRUM_S3_ACCESS_KEY. */
        Optional<String> accessKey();

        /** ROSTRUM_S3_SECRET_KEY. */
        Optional<String> secretKey();

        /** As the server expects it in signatures: ROSTRUM_S3_REGION. */
        @WithDefault("us-east-1")
        String region();

        /** Where intake keeps manifests and attachments; only read. */
        @WithDefault("rostrum-intake")
        String intakeBucket();

        /** Where public forms go for publishing to fetch. */
        @WithDefault("rostrum-cleared")
        String clearedBucket();
    }

    /** The processes that read files of strangers. */
    interface Extraction {
        /** Class path of the extraction worker, {@code DIR/*}: ROSTRUM_EXTRACTION_CLASSPATH. */
        Optional<String> classpath();

        /** How many files are read at a time. */
        @WithDefault("2")
        int workers();

        /** Heap of one worker in megabytes. */
        @WithDefault("512")
        int heapMegabytes();

        /** Longest time for one file; then its reader is killed and the file quarantined. */
        @WithDefault("60s")
        Duration timeout();
    }

    /** What happens when something fails. */
    interface Retry {
        /** Attempts of one event before its submission is parked. Waiting for a neighbour that is away does not count. */
        @WithDefault("4")
        int attempts();

        /** Pause after the first failure; doubles each time. */
        @WithDefault("500ms")
        Duration firstPause();

        /** Longest pause between two attempts. */
        @WithDefault("10s")
        Duration longestPause();
    }
}
