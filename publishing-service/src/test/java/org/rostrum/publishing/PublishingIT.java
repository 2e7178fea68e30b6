package org.rostrum.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rostrum.publishing.Chronicle.CONSULTATION;
import static org.rostrum.publishing.Chronicle.ROUND;
import static org.rostrum.publishing.Chronicle.bytes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Topic;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.usecase.StoreUnavailable;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

/** Publishing on a real log and a real object store; each test has submissions of its own. */
class PublishingIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path state;

    private static EmbeddedStack stack;
    private static RealParts parts;

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(state, Part.KAFKA, Part.S3);
        parts = new RealParts(stack.environment(Part.PUBLISHING), stack.environment(Part.PROCESSING));
        parts.tell(Chronicle.definition());
    }

    @AfterAll
    static void stop() {
        parts.close();
        stack.close();
    }

    @Test
    void a_clearance_reaches_page_feed_document_and_log() {
        var chronicle = Chronicle.ofPublic(10);
        try (var publishing = parts.startPublishing()) {
            clear(chronicle, bytes(chronicle.content("Canary ten sings.")));

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(shown(publishing, page(chronicle))).contains("Canary ten sings."));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shown(publishing, SitePath.atom(CONSULTATION)))
                            .contains("Canary ten sings."));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(shown(publishing, SitePath.compilation(CONSULTATION, ROUND, "json")))
                                    .contains("Canary ten sings."));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(announced(chronicle))
                            .anySatisfy(json -> assertThat(json).contains("\"path\"")));
        }
    }

    @Test
    void an_anonymous_contribution_is_published_without_its_author() {
        var chronicle = Chronicle.ofAnonymous(70);
        try (var publishing = parts.startPublishing()) {
            clear(chronicle, bytes(chronicle.content("Canary seventy sings.")));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(shown(publishing, page(chronicle)))
                            .contains("Canary seventy sings.", "Anonymous"));
        }
    }

    @Test
    void hostile_66_a_tampered_artefact_is_refused_and_the_log_says_so() {
        var chronicle = Chronicle.ofPublic(20);
        var artefact = bytes(chronicle.content("Canary twenty sings."));
        parts.artefacts.put(
                chronicle.artefactOf(artefact).key(),
                bytes(chronicle.content("Canary twenty lies.")),
                "application/json");
        try (var publishing = parts.startPublishing()) {
            parts.tell(chronicle.received(), chronicle.cleared(3, artefact));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(announced(chronicle))
                            .singleElement()
                            .asString()
                            .contains("artefact-tampered"));
            assertThat(publishing.files().find(page(chronicle))).isEmpty();
            assertThat(parts.keysHolding("Canary twenty")).isEmpty();
        }
    }

    @Test
    void a_leaking_artefact_is_refused() {
        var chronicle = Chronicle.ofPublic(30);
        try (var publishing = parts.startPublishing()) {
            clear(chronicle, bytes(chronicle.content("Canary thirty: ada@example.org")));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(announced(chronicle))
                            .singleElement()
                            .asString()
                            .contains("leak-found"));
            assertThat(publishing.files().find(page(chronicle))).isEmpty();
            assertThat(parts.keysHolding("Canary thirty")).isEmpty();
        }
    }

    @Test
    void what_is_withheld_after_publication_disappears_from_every_object() {
        var chronicle = Chronicle.ofPublic(40);
        try (var publishing = parts.startPublishing()) {
            clear(chronicle, bytes(chronicle.content("Canary forty sings.")));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(shown(publishing, SitePath.compilation(CONSULTATION, ROUND, "json")))
                                    .contains("Canary forty sings."));

            parts.tell(chronicle.withheld(5));

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(parts.keysHolding("Canary forty")).isEmpty());
            assertThat(publishing.files().find(page(chronicle)))
                    .hasValueSatisfying(file -> assertThat(file.gone()).isTrue());
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(shown(publishing, SitePath.compilation(CONSULTATION, ROUND, "json")))
                                    .doesNotContain("Canary forty"));
        }
    }

    @Test
    void a_restart_announces_nothing_again_and_a_wiped_bucket_fills_with_the_same_bytes() {
        for (int number = 50; number < 56; number++) {
            var chronicle = Chronicle.ofPublic(number);
            clear(chronicle, bytes(chronicle.content()));
        }
        runUntilDocumentsAreThere();
        var announcements = parts.read(Topic.PUBLICATIONS.topicName()).size();
        var before = parts.fingerprints();

        before.keySet().forEach(parts.site::delete);
        assertThat(parts.fingerprints()).isEmpty();
        runUntilDocumentsAreThere();

        assertThat(parts.fingerprints()).isEqualTo(before);
        assertThat(parts.read(Topic.PUBLICATIONS.topicName())).hasSize(announcements);
    }

    @Test
    void a_record_that_nobody_can_read_is_put_aside_once_and_the_partition_moves_on() {
        parts.send(new ProducerRecord<>(
                Topic.CLEARANCES.topicName(), "unreadable", "no event".getBytes(StandardCharsets.UTF_8)));
        var chronicle = Chronicle.ofPublic(60);
        for (int life = 0; life < 2; life++) {
            try (var publishing = parts.startPublishing()) {
                clear(chronicle, bytes(chronicle.content("Canary sixty sings.")));
                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(shown(publishing, page(chronicle))).contains("Canary sixty"));
            }
        }

        assertThat(parts.read("publishing.dead-letters")).singleElement().satisfies(letter -> {
            assertThat(letter.value()).asString().isEqualTo("no event");
            assertThat(letter.headers().lastHeader("dead-letter-reason").value())
                    .asString()
                    .isEqualTo("undecodable");
        });
    }

    private static void runUntilDocumentsAreThere() {
        try (var publishing = parts.startPublishing()) {
            await().atMost(SOON).until(() -> publishing.readiness().isCaughtUp());
            await().atMost(SOON).untilAsserted(() -> {
                var issue = publishing.record().read(r -> r.announced().issue(CONSULTATION, ROUND));
                assertThat(issue.count()).isPositive();
                assertThat(shown(publishing, SitePath.compilation(CONSULTATION, ROUND, "json")))
                        .contains("number 55", issue.revision());
            });
        }
    }

    private static void clear(Chronicle chronicle, byte[] artefact) {
        parts.store(chronicle, artefact);
        parts.tell(chronicle.received(), chronicle.processed(), chronicle.cleared(3, artefact));
    }

    private static SitePath page(Chronicle chronicle) {
        return SitePath.contribution(CONSULTATION, chronicle.reference());
    }

    private static String shown(Publishing publishing, SitePath path) {
        var file = publishing.files().find(path);
        try {
            return file.map(it -> new String(publishing.files().read(it), StandardCharsets.UTF_8))
                    .orElse("nothing at " + path);
        } catch (StoreUnavailable e) {
            return "not now";
        }
    }

    private static List<String> announced(Chronicle chronicle) {
        return parts.read(Topic.PUBLICATIONS.topicName()).stream()
                .filter(message -> chronicle.submission().value().equals(message.key()))
                .map(message -> new String(message.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
