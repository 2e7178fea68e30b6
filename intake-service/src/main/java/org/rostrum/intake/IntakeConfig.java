package org.rostrum.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Everything that an operator may set of intake. Each name also works as an environment variable. */
@ConfigMapping(prefix = "rostrum.intake")
public interface IntakeConfig {

    /** Intake's own public address, without a trailing slash; printed on receipts. ROSTRUM_INTAKE_URL. */
    String url();

    /** The public site's address, without a trailing slash; status pages link to it. ROSTRUM_PUBLISHING_URL. */
    String publishingUrl();

    /** Secret of at least 32 characters: ids, references, receipt secrets. ROSTRUM_INTAKE_ID_KEY. */
    Optional<String> idKey();

    /** Secret: Ed25519 private key, PKCS#8 in base64; signs receipts. ROSTRUM_INTAKE_RECEIPT_KEY. */
    Optional<String> receiptKey();

    /** Secret: 32 bytes in base64; seals e-mail addresses. ROSTRUM_INTAKE_CONTACT_KEY. */
    Optional<String> contactKey();

    /**
     * Secret of the OIDC client rostrum-intake, for the login of managers and members. ROSTRUM_OIDC_CLIENT_SECRET. Bearer
     * tokens need none.
     */
    Optional<String> oidcClientSecret();

    /**
     * Goes into every id and manifest, for a rotation to come, which is not supported yet. Do not change it, and never change
     * the three keys above: earlier receipts could not be issued again, their secrets would open nothing, repetitions would
     * become second submissions, and sealed e-mail addresses could not be opened.
     */
    @WithDefault("1")
    int keyVersion();

    Limits limits();

    S3 s3();

    Mail mail();

    FormTraps form();

    Uploads uploads();

    Bulk bulk();

    Drafts drafts();

    Admission admission();

    Challenges challenge();

    /** What one submission may hold; shown to respondents before they write. */
    interface Limits {
        /** Unicode characters of one text. */
        @WithDefault("200000")
        int fieldCharacters();

        /** Unicode characters of a name or another one-line field. */
        @WithDefault("300")
        int lineCharacters();

        /**
         * Bytes of all texts of one submission together; what a form holds beyond that goes into a file of it. At most 16 MiB.
         * Left out: room for five full fields of four-byte characters, which are 4 MiB for 200,000 characters.
         */
        OptionalLong textsBytes();

        @WithDefault("20")
        int attachments();

        @WithDefault("52428800")
        long attachmentBytes();

        /** All files of one submission. quarkus.http.limits.max-body-size must leave room for them and the texts. */
        @WithDefault("262144000")
        long attachmentsBytes();
    }

    /** Responses that somebody is still writing. */
    interface Drafts {
        /** After its last change a draft is kept for this long, and in any case until its round closes. */
        @WithDefault("90d")
        Duration keepFor();
    }

    /** What tells a form filled in by a program; it only flags, and asks for a little work or patience. */
    interface FormTraps {
        /** Nobody reads and fills in the form faster than this; zero switches the time trap off. */
        @WithDefault("3s")
        Duration fastest();
    }

    /** Receipts by mail. quarkus.mailer.* holds the rest of the way: port, TLS, user, sender. */
    interface Mail {
        /** ROSTRUM_SMTP_HOST. Without it no mail is sent. */
        Optional<String> smtpHost();

        /** What happened longer ago is not mailed any more, for example after the mail server was away. */
        @WithDefault("30d")
        Duration notOlderThan();
    }

    /**
     * Who is let in, who waits, who is turned away: 429 when one client asks too much, 503 when all together do. The defaults
     * suit two processors; see docs/operations.md.
     */
    interface Admission {
        /** Whether anybody is ever held up or turned away here. */
        @WithDefault("true")
        boolean enabled();

        /** Addresses or networks (10.0.0.0/8) of proxies whose word about the client is taken. Default: nobody's. */
        Optional<List<String>> trustedProxies();

        /** The one header that those proxies set: X-Forwarded-For or Forwarded. */
        @WithDefault("X-Forwarded-For")
        String proxyHeader();

        /** Networks whose requests are not counted per client: this machine, and a proxy on it that nobody told us of. */
        @WithDefault("127.0.0.0/8,::1")
        Optional<List<String>> uncounted();

        /** Submissions being stored at once; absent means {@link #placesPerProcessor} for each processor. */
        OptionalInt places();

        @WithDefault("6")
        int placesPerProcessor();

        /** Of the places, those kept for repetitions, forms, drafts and last steps. */
        @WithDefault("3")
        int reservedPlaces();

        /** How much of the other places one consultation may take. */
        @WithDefault("75")
        int consultationPercent();

        @WithDefault("128")
        int waitingPerConsultation();

        @WithDefault("512")
        int waiting();

        /** How long a program waits for its turn. */
        @WithDefault("2s")
        Duration waitingTime();

        /** How long people with a page or a form, and uploads, wait for theirs. */
        @WithDefault("10s")
        Duration waitingTimeOfPeople();

        /** Pages and answers of the API being made at once. */
        @WithDefault("64")
        int readers();

        /** Bodies of more than 64 KiB being received at once. */
        @WithDefault("32")
        int uploads();

        /** Of one address (IPv6: one /64), in the long run. Many people may share an address. */
        @WithDefault("20")
        double sendingsPerSecond();

        @WithDefault("200")
        int sendingsAtOnce();

        @WithDefault("50")
        double readingsPerSecond();

        @WithDefault("500")
        int readingsAtOnce();

        /** Uploads begun by one address: each promises room in the store for days. */
        @WithDefault("1")
        double uploadsBegunPerSecond();

        @WithDefault("100")
        int uploadsBegunAtOnce();

        /** Of one account, from wherever it comes. */
        @WithDefault("200")
        double accountRequestsPerSecond();

        @WithDefault("2000")
        int accountRequestsAtOnce();

        /** Of one address or account. */
        @WithDefault("64")
        int requestsUnderWay();

        /** Of those, with bodies of more than 64 KiB or of unknown length. */
        @WithDefault("8")
        int uploadsUnderWay();

        /** The others are forgotten, longest absent first. */
        @WithDefault("50000")
        int clientsRemembered();
    }

    /** Work, or patience, asked of senders without an account while more comes into a round than it takes lightly. */
    interface Challenges {
        /** Submissions a minute into one round, where the round says nothing else; 0 means never. */
        @WithDefault("3000")
        int above();
    }

    /** The object store. */
    interface S3 {
        /** ROSTRUM_S3_ENDPOINT. */
        @WithDefault("http://127.0.0.1:8406")
        URI endpoint();

        /** ROSTRUM_S3_ACCESS_KEY. */
        Optional<String> accessKey();

        /** ROSTRUM_S3_SECRET_KEY. */
        Optional<String> secretKey();

        /** ROSTRUM_S3_REGION. */
        @WithDefault("us-east-1")
        String region();

        @WithDefault("rostrum-intake")
        String bucket();

        /**
         * The store as clients reach it, who upload straight into it: a URL without a path. The endpoint above if left out.
         * ROSTRUM_S3_PUBLIC_ENDPOINT.
         */
        Optional<URI> publicEndpoint();
    }

    /** Batches of submissions (NDJSON), beside those that come one by one. */
    interface Bulk {
        /** Lines of all batches together that are under way at once: what bulk senders may take of this process. */
        @WithDefault("4")
        int concurrency();

        /** Batches that are read at once; further ones are told to come back. */
        @WithDefault("4")
        int batches();

        /** Bytes of one line; a longer one is refused alone. */
        @WithDefault("1048576")
        int lineBytes();
    }

    /** Files that arrive ahead of their submission. */
    interface Uploads {
        /** How long an address to upload to is valid; at most seven days. */
        @WithDefault("1h")
        Duration validFor();

        /** How long a file that no submission has claimed is kept; at least a day. */
        @WithDefault("7d")
        Duration keptFor();
    }
}
