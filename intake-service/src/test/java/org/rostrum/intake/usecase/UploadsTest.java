package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rostrum.intake.Fixtures.BROADBAND;
import static org.rostrum.intake.Fixtures.DURING;
import static org.rostrum.intake.Fixtures.FIRST;
import static org.rostrum.intake.Fixtures.answering;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.domain.UploadCheck.UploadDraft;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.ReceiveSubmission.Outcome;
import org.rostrum.intake.usecase.ReceiveSubmission.Refused;
import org.rostrum.intake.usecase.ReceiveSubmission.Sending;
import org.rostrum.platform.objectstore.Sha256;

class UploadsTest {
    private static final Instant CLOSING = Instant.parse("2026-09-07T21:59:59Z");
    private static final String KEY = "the-key-of-ada";

    private final World world = new World();
    private final World.Instance intake = world.start();

    @Test
    void a_submission_names_what_was_uploaded_before() {
        var paper = uploaded("the paper");
        var annex = uploaded("the annex");

        var receipt = acknowledged(send(KEY, DURING, paper, annex));

        assertThat(receipt.attachments())
                .extracting(Receipt.ReceivedFile::ordinal, Receipt.ReceivedFile::size, Receipt.ReceivedFile::sha256)
                .containsExactly(tuple(1, 9L, sha256("the paper")), tuple(2, 9L, sha256("the annex")));
        var manifest = manifest(receipt);
        assertThat(manifest.begunAt()).isEqualTo(DURING.minusSeconds(60));
        assertThat(manifest.flags()).isEmpty();
        manifest.attachments()
                .forEach(attachment -> assertThat(world.store.getVerified(
                                attachment.object().key(), attachment.object().sha256()))
                        .hasSize(9));
    }

    @Test
    void what_is_sent_to_the_address_afterwards_changes_nothing() {
        var paper = uploaded("the paper");
        var receipt = acknowledged(send(KEY, DURING, paper));

        put(paper, "the PAPER");

        assertThat(acknowledged(send(KEY, DURING, paper))).isEqualTo(receipt);
        var object = manifest(receipt).attachments().getFirst().object();
        assertThat(world.store.getVerified(object.key(), sha256("the paper"))).isEqualTo(bytes("the paper"));
    }

    @Test
    void a_repetition_gets_the_same_receipt_also_with_new_uploads_of_the_same_files() {
        var receipt = acknowledged(send(KEY, DURING, uploaded("the paper")));

        assertThat(acknowledged(send(KEY, DURING.plusSeconds(5), uploaded("the paper"))))
                .isEqualTo(receipt);
        assertThat(send(KEY, DURING, uploaded("the other")))
                .isEqualTo(new Refused(new Refusal.KeyUsedForOther(receipt.reference())));
        assertThat(send(KEY, DURING)).isEqualTo(new Refused(new Refusal.KeyUsedForOther(receipt.reference())));
    }

    @Test
    void a_repetition_gets_the_same_receipt_after_its_uploads_were_swept() {
        var paper = uploaded("the paper");
        var receipt = acknowledged(send(KEY, DURING, paper));
        world.staged.sweep(Instant.now().plus(Duration.ofDays(8)));

        assertThat(acknowledged(send(KEY, DURING, paper))).isEqualTo(receipt);
        assertThat(wrong(send("another-key", DURING, paper)))
                .containsExactly(new WrongField("/uploads/0", new WrongField.UnknownUpload()));
        var changed = sending(KEY, DURING, "another answer", List.of(paper));
        assertThat(intake.receive.receive(changed)).isInstanceOf(Refused.class);
    }

    @Test
    void every_upload_that_is_wrong_is_named_and_nothing_is_kept() {
        var missing = begin("never sent", null, DURING);
        var wrongSize = begin("the paper", null, DURING);
        put(wrongSize, "the paper, but longer");
        var wrongBytes = begin("the paper", sha256("the paper"), DURING);
        put(wrongBytes, "the PAPER");

        assertThat(wrong(send(KEY, DURING, missing, wrongSize, wrongBytes)))
                .containsExactlyInAnyOrder(
                        new WrongField("/uploads/0", new WrongField.UploadNotArrived()),
                        new WrongField("/uploads/1", new WrongField.NotAsAnnounced("size")),
                        new WrongField("/uploads/2", new WrongField.NotAsAnnounced("sha256")));
        assertThat(world.store.keys()).noneMatch(key -> key.startsWith("submissions/"));
        assertThat(world.store.keys()).noneMatch(key -> key.startsWith("attachments/"));
        assertThat(world.store.keys()).allMatch(key -> key.endsWith("/announced.json"));
    }

    @Test
    void an_aborted_upload_is_sent_again_and_the_same_request_then_succeeds() {
        var paper = begin("the paper", null, DURING);
        assertThat(wrong(send(KEY, DURING, paper))).hasSize(1);

        put(paper, "the paper");

        assertThat(acknowledged(send(KEY, DURING, paper)).attachments()).hasSize(1);
    }

    @Test
    void ids_are_neither_guessed_nor_changed_nor_moved() {
        var paper = uploaded("the paper");
        var elsewhere =
                world.uploadIds.draw(BROADBAND, new RoundId("insiders"), DURING).id();
        var changed = paper.substring(0, paper.length() - 1) + (paper.endsWith("A") ? "B" : "A");

        assertThat(wrong(send(KEY, DURING, elsewhere, changed + "x", "", "x.y", "x".repeat(5_000))))
                .hasSize(1); // more than three files
        assertThat(wrong(send(KEY, DURING, elsewhere, changed + "x", "x".repeat(5_000))))
                .extracting(WrongField::fault)
                .containsOnly(new WrongField.UnknownUpload());
        assertThat(wrong(send(KEY, DURING, paper, paper)))
                .containsExactly(new WrongField("/uploads/1", new WrongField.NamedTwice()));
        assertThat(world.store.keys()).noneMatch(key -> key.contains(paper));
    }

    @Test
    void an_upload_begun_in_time_may_finish_within_the_grace_and_is_flagged() {
        world.consultations.define(
                Fixtures.YAML.replace("closes: 2026-09-07T23:59:59", "closes: 2026-09-07T23:59:59\n    grace: PT10M"));
        var begun = uploaded("the paper", CLOSING.minusMillis(1));

        var receipt = acknowledged(send(KEY, CLOSING.plus(Duration.ofMinutes(10)), begun));
        assertThat(manifest(receipt).flags()).containsExactly(SubmissionFlag.IN_GRACE);
        assertThat(manifest(receipt).begunAt()).isEqualTo(CLOSING.minusMillis(1));

        assertThat(send("another-key", CLOSING.plus(Duration.ofMinutes(10)).plusMillis(1), begun))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isInstanceOf(Refusal.GraceOver.class));
        assertThat(send("another-key", CLOSING.plusMillis(1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isInstanceOf(Refusal.TooLate.class));
    }

    @Test
    void nothing_is_begun_before_the_opening_after_the_closing_or_by_strangers_of_a_members_round() {
        assertThat(refusal(CLOSING.plusMillis(1), FIRST)).isInstanceOf(Refusal.TooLate.class);
        assertThat(refusal(Instant.parse("2026-03-18T22:59:59.999Z"), FIRST)).isInstanceOf(Refusal.TooEarly.class);
        assertThat(refusal(DURING, new RoundId("insiders"))).isInstanceOf(Refusal.MembersOnly.class);
        assertThat(refusal(DURING, new RoundId("nowhere"))).isInstanceOf(Refusal.UnknownRound.class);
        assertThat(refusal(DURING, new RoundId("report"))).isInstanceOf(Refusal.TakesNothing.class);
        assertThat(world.store.keys()).isEmpty();
    }

    @Test
    void what_is_announced_is_checked_whole_before_anything_is_begun() {
        var draft = new UploadDraft("two\nlines", 101L, "not hexadecimal", "text/html\r\nX-Evil: 1");

        var outcome = world.begin.begin(BROADBAND, FIRST, draft, List.of(), Sender.ANYONE, DURING);

        assertThat(((BeginUpload.Refused) outcome).reason())
                .isInstanceOfSatisfying(
                        Refusal.WrongFields.class,
                        wrong -> assertThat(wrong.fields())
                                .extracting(WrongField::pointer)
                                .containsExactly("/fileName", "/size", "/sha256", "/mediaType"));
        assertThat(world.store.keys()).isEmpty();
    }

    private String uploaded(String content) {
        return uploaded(content, DURING.minusSeconds(60));
    }

    private String uploaded(String content, Instant begunAt) {
        var id = begin(content, sha256(content), begunAt);
        put(id, content);
        return id;
    }

    private String begin(String content, @Nullable String sha256, Instant when) {
        var draft = new UploadDraft("paper.pdf", (long) bytes(content).length, sha256, "application/pdf");
        var outcome = world.begin.begin(BROADBAND, FIRST, draft, List.of(), Sender.ANYONE, when);
        assertThat(outcome).isInstanceOf(BeginUpload.Begun.class);
        return ((BeginUpload.Begun) outcome).upload().id();
    }

    private void put(String id, String content) {
        var place = world.uploadIds.read(BROADBAND, FIRST, id).orElseThrow().place();
        var key = "staged/" + place.owner().value() + "/" + place.file().value() + "/incoming";
        world.store.put(key, bytes(content), "application/pdf");
    }

    private Refusal refusal(Instant when, RoundId round) {
        var draft = new UploadDraft("paper.pdf", 9L, null, "application/pdf");
        return ((BeginUpload.Refused) world.begin.begin(BROADBAND, round, draft, List.of(), Sender.ANYONE, when))
                .reason();
    }

    private Outcome send(String key, Instant when, String... uploads) {
        return intake.receive.receive(sending(key, when, "an answer", List.of(uploads)));
    }

    private Sending sending(String key, Instant when, String text, List<String> uploads) {
        var finished = intake.finish.finish(BROADBAND, FIRST, new IdempotencyKey(key), uploads, 0);
        return new Sending(
                BROADBAND,
                FIRST,
                new IdempotencyKey(key),
                answering("2", text),
                finished.wrong(),
                finished.files(),
                Sender.ANYONE,
                Channel.API,
                Set.of(),
                finished.begunAt(),
                when);
    }

    private SubmissionManifest manifest(Receipt receipt) {
        return world.manifests
                .find(new ManifestKey(receipt.reference(), 1))
                .orElseThrow()
                .manifest();
    }

    private static Receipt acknowledged(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Acknowledged.class);
        return ((Acknowledged) outcome).receipt();
    }

    private static List<WrongField> wrong(Outcome outcome) {
        return ((Refusal.WrongFields) ((Refused) outcome).reason()).fields();
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String content) {
        return Sha256.of(bytes(content)).hex();
    }
}
