package org.rostrum.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.rostrum.processing.adapter.extraction.JailPolicy;

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

    Malware malware();

    Encoder encoder();

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

        /** Longest time for one file; then its reader is killed and the file quarantined: ROSTRUM_EXTRACTION_TIMEOUT. */
        @WithDefault("60s")
        Duration timeout();

        /** Most processor time for one file, with the same consequence: ROSTRUM_EXTRACTION_CPU. */
        @WithDefault("30s")
        Duration cpu();

        /** A reader is replaced by a fresh one after so many files: ROSTRUM_EXTRACTION_FILES_PER_WORKER. */
        @WithDefault("5000")
        int filesPerWorker();

        /**
         * {@code required}: no file is read, and the service does not start, where the operating system cannot keep readers
         * from the network; {@code preferred}: as much as it offers; {@code off}: ROSTRUM_EXTRACTION_JAIL.
         */
        @WithDefault("preferred")
        JailPolicy jail();
    }

    /** Who looks at files for malware before they are read. */
    interface Malware {
        /**
         * Where ClamAV's daemon listens, {@code HOST:PORT} or {@code unix:/run/clamav/clamd.ctl}; without it nobody looks:
         * ROSTRUM_CLAMD_ADDRESS. Once set, no file is read that it did not look at.
         */
        Optional<String> clamd();

        /** Longest time for one file; then it is asked again later: ROSTRUM_CLAMD_TIMEOUT. */
        @WithDefault("60s")
        Duration timeout();
    }

    /** What places texts by their meaning, so that they are filed by more than their words. */
    interface Encoder {
        /**
         * Which one: {@code built-in} (English, runs in this process), {@code onnx} (any sentence encoder from a file),
         * {@code http} (an endpoint), or {@code none}: ROSTRUM_ENCODER_KIND.
         */
        @WithDefault("built-in")
        Kind kind();

        /** The ONNX file: ROSTRUM_ENCODER_MODEL. */
        Optional<Path> model();

        /** The tokenizer's JSON file, by default {@code tokenizer.json} beside the model: ROSTRUM_ENCODER_TOKENIZER. */
        Optional<Path> tokenizer();

        /** The endpoint, such as {@code http://host:8080/v1/embeddings}: ROSTRUM_ENCODER_URL. */
        Optional<URI> url();

        /** The model's name at the endpoint: ROSTRUM_ENCODER_MODEL_NAME. */
        @WithDefault("default")
        String modelName();

        /** How many numbers the endpoint gives for a text: ROSTRUM_ENCODER_DIMENSION. */
        @WithDefault("384")
        int dimension();

        /** Bearer token for the endpoint: ROSTRUM_ENCODER_KEY. */
        Optional<String> key();

        /** What the encoder wants to read before what is asked; {@code none} for nothing: ROSTRUM_ENCODER_QUERY_PREFIX. */
        @WithDefault("query: ")
        String queryPrefix();

        /** What it wants to read before what may answer; {@code none} for nothing: ROSTRUM_ENCODER_PASSAGE_PREFIX. */
        @WithDefault("passage: ")
        String passagePrefix();

        /** Batches that are encoded at a time in this process, 1 or 2: ROSTRUM_ENCODER_THREADS. */
        @WithDefault("2")
        int threads();

        /** The kinds of encoder. */
        enum Kind {
            BUILT_IN,
            ONNX,
            HTTP,
            NONE
        }
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
