package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.answer;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.stack.Part;

/** What the other services tell comes in batches, some of it cannot be read, and the database is not always there. */
class StatusBatchesIT {
    private static final ConsultationId CONSULTATION = new ConsultationId(RunningIntake.CONSULTATION);
    private static final RoundId ROUND = new RoundId("first");
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final RunningIntake intake = RunningIntake.shared();
    private final String run = UUID.randomUUID().toString();

    @AfterEach
    void bring_everything_back() {
        intake.stack.up(Set.of(Part.POSTGRES));
        intake.awaitReady();
    }

    @Test
    void of_one_batch_what_cannot_be_read_goes_to_the_dead_letters_and_the_rest_counts_together() throws Exception {
        var first = sent("First.");
        var second = sent("Second.");
        intake.kill();
        intake.produceTogether(List.of(
                record("p1", processed(first)),
                unreadable("processing.v1", "not an event " + run),
                record("p2", processed(second)),
                unreadable("processing.v1", "nor this " + run),
                record("p1", processed(first))));

        intake.startAgain();

        Awaitility.await().atMost(RECOVERY).untilAsserted(() -> {
            assertThat(state(first)).isEqualTo("with-staff");
            assertThat(state(second)).isEqualTo("with-staff");
            assertThat(deadLetters()).containsExactlyInAnyOrder("not an event " + run, "nor this " + run);
        });
        assertThat(texts("SELECT DISTINCT taken_at::text FROM inbox WHERE event_id LIKE '%" + run + "'"))
                .as("one transaction")
                .hasSize(1);
    }

    @Test
    void what_the_database_can_never_hold_does_not_keep_the_others_waiting() throws Exception {
        var sent = sent("Beside it.");
        var other = sent("It.");
        intake.kill();
        intake.produceTogether(
                List.of(record("w1", withheld(other, "half\0")), record("w2", withheld(sent, "Off topic."))));

        intake.startAgain();

        Awaitility.await().atMost(RECOVERY).untilAsserted(() -> {
            assertThat(state(sent)).isEqualTo("withheld");
            assertThat(deadLetters()).singleElement().asString().contains("half");
        });
        assertThat(state(other)).isEqualTo("received");
    }

    @Test
    void nothing_is_lost_when_the_database_goes_away_and_the_process_is_killed_amid_it_all() throws Exception {
        var sent = sent("Still there.");
        var told = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < 3_000; i++) {
            told.add(record("n" + i, processed(new Sent(submission(i), sent.reference(), ""))));
        }
        told.add(record("last", processed(sent)));
        var waitsBefore = waits();

        intake.produceTogether(told.subList(0, 1_500));
        Awaitility.await().atMost(RECOVERY).until(() -> !taken().isEmpty());
        intake.stack.kill(Part.POSTGRES);
        intake.produceTogether(told.subList(1_500, told.size()));
        Awaitility.await().atMost(RECOVERY).until(() -> waits() > waitsBefore);
        intake.killAndStart();
        intake.stack.up(Set.of(Part.POSTGRES));

        Awaitility.await()
                .atMost(RECOVERY)
                .untilAsserted(() -> assertThat(taken()).hasSize(told.size()));
        assertThat(state(sent)).isEqualTo("with-staff");
        assertThat(texts("SELECT submission FROM last_event WHERE topic = 'processing.v1'"))
                .containsAll(IntStream.range(0, 3_000)
                        .mapToObj(i -> submission(i).value())
                        .toList());
    }

    /** Each once: whoever is killed before the offset is committed writes it again. */
    private Set<String> deadLetters() {
        return intake.records("intake.dead-letters").stream()
                .filter(letter ->
                        !RunningIntake.header(letter, "dead-letter-reason").isBlank())
                .map(letter -> RunningIntake.header(letter, EventCodec.ID)
                        + new String(letter.value(), StandardCharsets.UTF_8))
                .filter(letter -> letter.contains(run))
                .collect(Collectors.toSet());
    }

    private long waits() {
        return intake.logged()
                .lines()
                .filter(line -> line.contains("Status waits for the database"))
                .count();
    }

    private Set<String> taken() throws SQLException {
        return new HashSet<>(texts("SELECT event_id FROM inbox WHERE event_id LIKE '%" + run + "'"));
    }

    private record Sent(SubmissionId submission, Reference reference, String secret) {}

    private Sent sent(String text) throws Exception {
        var receipt = Json.mapper()
                .readTree(
                        intake.post(UUID.randomUUID().toString(), answer(text)).body());
        var reference = Reference.parse(receipt.get("reference").asText()).orElseThrow();
        var key = intake.records("submissions.v1").stream()
                .filter(record ->
                        RunningIntake.header(record, EventCodec.SUBJECT).equals(reference.value()))
                .findFirst()
                .orElseThrow()
                .key();
        return new Sent(new SubmissionId(key), reference, receipt.get("secret").asText());
    }

    private String state(Sent sent) throws Exception {
        var status = intake.get("/api/v1/submissions/" + sent.reference(), "Rostrum-Receipt-Secret", sent.secret());
        return Json.mapper().readTree(status.body()).get("state").asText();
    }

    private SubmissionId submission(int number) {
        return new SubmissionId("1-" + run.replace("-", "").substring(0, 24) + "%08x".formatted(number));
    }

    private static SubmissionProcessed processed(Sent sent) {
        return new SubmissionProcessed(
                sent.submission(), sent.reference(), CONSULTATION, ROUND, 1, 1, 0, List.of(), Instant.now());
    }

    private static SubmissionWithheld withheld(Sent sent, String reason) {
        return new SubmissionWithheld(
                sent.submission(), sent.reference(), CONSULTATION, ROUND, 1, reason, "ada", Instant.now());
    }

    /** All in one partition, so that they come together. */
    private ProducerRecord<String, byte[]> record(String id, Event event) {
        var encoded = EventCodec.encode(id + "-" + run, Instant.now(), event);
        var record = new ProducerRecord<>(
                encoded.topic(), 0, encoded.key(), encoded.json().getBytes(StandardCharsets.UTF_8));
        encoded.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static ProducerRecord<String, byte[]> unreadable(String topic, String text) {
        return new ProducerRecord<>(topic, 0, "key", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> texts(String sql) throws SQLException {
        try (var connection = intake.database();
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
