package org.rostrum.benchmarks.baseline;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the baseline writes; the launcher gives it the environment of intake. */
@ConfigMapping(prefix = "baseline")
interface BaselineConfig {

    S3 s3();

    Kafka kafka();

    /** The object store, with intake's keys. */
    interface S3 {
        URI endpoint();

        String accessKey();

        String secretKey();

        String region();
    }

    /** The log. */
    interface Kafka {
        String bootstrapServers();
    }
}
