package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rostrum.intake.Fixtures.BROADBAND;
import static org.rostrum.intake.Fixtures.DURING;
import static org.rostrum.intake.Fixtures.answering;
import static org.rostrum.intake.usecase.World.sending;
import static org.rostrum.intake.usecase.World.sendingAt;
import static org.rostrum.intake.usecase.World.upload;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.ReceiveSubmission.Outcome;
import org.rostrum.intake.usecase.ReceiveSubmission.Refused;
import org.rostrum.intake.usecase.ReceiveSubmission.Sending;
import org.rostrum.intake.usecase.TryAgainLater.Kept;

class ReceiveSubmissionTest {
    private static final String KEY = "5e1f7c0a";

    private final World world = new World();
    private final World.Instance process = world.start();

    @TempDir
    Path folder = Path.of("replaced");

    @Test
    void acknowledges_what_is_stored_and_recorded() {
        var receipt = acknowledged(
                process.receive.receive(sending(KEY, answering("2.e", "IPv6"), upload(folder, "a.pdf", "content"))));

        var stored =
                world.manifests.find(new ManifestKey(receipt.reference(), 1)).orElseThrow();
        assertThat(stored.object().sha256()).isEqualTo(receipt.manifestSha256());
        assertThat(stored.manifest().attachments().getFirst().fileName()).isEqualTo("a.pdf");
        assertThat(receipt.attachments()).hasSize(1);
        assertThat(receipt.receivedAtLocal()).isEqualTo("1 May 2026, 14:00:00 (Europe/Zurich, UTC+02:00)");
        assertThat(world.log.eventIds())
                .containsExactly("received-" + stored.manifest().submission() + "-1");
    }

    @Test
    void the_manifest_says_how_it_came_in() {
        var begun = DURING.minusSeconds(30);
        var sending = new Sending(
                BROADBAND,
                Fixtures.FIRST,
                new IdempotencyKey(KEY),
                answering("2.e", "IPv6"),
                List.of(),
                List.of(),
                Sender.ANYONE,
                Channel.FORM,
                Set.of(SubmissionFlag.TOO_FAST, SubmissionFlag.TRAP_FILLED),
                begun,
                DURING);

        var receipt = acknowledged(process.receive.receive(sending));

        var manifest = world.manifests
                .find(new ManifestKey(receipt.reference(), 1))
                .orElseThrow()
                .manifest();
        assertThat(manifest.channel()).isEqualTo(Channel.FORM);
        assertThat(manifest.flags()).containsExactly(SubmissionFlag.TRAP_FILLED, SubmissionFlag.TOO_FAST);
        assertThat(manifest.begunAt()).isEqualTo(begun);
        assertThat(((SubmissionReceived) world.log.submissions().getFirst()).flags())
                .isEqualTo(manifest.flags());
    }

    @Test
    void a_receipt_of_something_in_time_says_the_same_as_ever_so_that_old_ones_stay_what_they_were() throws Exception {
        var receipt = acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6"))));

        assertThat(Json.mapper().readTree(Json.writeCanonical(receipt)).fieldNames())
                .toIterable()
                .containsExactly(
                        "consultation",
                        "manifestSha256",
                        "receivedAt",
                        "receivedAtLocal",
                        "reference",
                        "round",
                        "schema",
                        "secret",
                        "signature",
                        "statusUrl",
                        "version");
    }

    @Test
    void the_signature_covers_everything_else_on_the_receipt() throws Exception {
        var receipt = acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6"))));

        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(world.signatures.publicKey())));
        verifier.update(Json.writeCanonical(unsigned(receipt)));
        var signature = Objects.requireNonNull(receipt.signature());
        assertThat(verifier.verify(Base64.getDecoder().decode(signature.value())))
                .isTrue();
    }

    @Test
    void the_e_mail_address_is_nowhere_in_the_clear() {
        var receipt = acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6"))));

        var key = "submissions/" + receipt.reference() + "/1/manifest.json";
        var manifest = new String(world.store.get(key).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(manifest).contains("Lovelace").doesNotContain("ada@example.org");
        var stored = world.manifests
                .find(new ManifestKey(receipt.reference(), 1))
                .orElseThrow()
                .manifest();
        assertThat(world.seals.open(Objects.requireNonNull(stored.sealedContact()), stored.submission()))
                .isEqualTo("ada@example.org");
    }

    @Test
    void the_same_key_and_body_get_the_same_receipt_with_the_first_instant() {
        var first = process.receive.receive(sending(KEY, answering("2.e", "IPv6")));

        var again = world.start().receive.receive(sendingAt(DURING.plusSeconds(60), KEY, answering("2.e", "IPv6")));

        assertThat(Json.writeCanonical(acknowledged(again))).isEqualTo(Json.writeCanonical(acknowledged(first)));
        assertThat(((Acknowledged) again).repeated()).isTrue();
        assertThat(world.log.eventIds().stream().distinct()).hasSize(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused_and_leaves_nothing_behind() {
        var first = acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6"))));
        var before = world.store.keys();

        assertThat(refusal(process.receive.receive(sending(KEY, answering("2.e", "IPv4")))))
                .isEqualTo(new Refusal.KeyUsedForOther(first.reference()));
        assertThat(refusal(
                        process.receive.receive(sending(KEY, answering("2.e", "IPv6"), upload(folder, "a.pdf", "x")))))
                .isEqualTo(new Refusal.KeyUsedForOther(first.reference()));
        assertThat(world.store.keys()).isEqualTo(before);
    }

    @Test
    void a_hundred_parallel_sends_of_one_key_are_one_submission() throws Exception {
        Callable<byte[]> send = () -> Json.writeCanonical(acknowledged(
                process.receive.receive(sending(KEY, answering("2.e", "IPv6"), upload(folder, "a.pdf", "content")))));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var receipts = threads.invokeAll(
                    IntStream.range(0, 100).mapToObj(i -> send).toList());

            var first = new String(receipts.getFirst().get(), StandardCharsets.UTF_8);
            for (Future<byte[]> receipt : receipts) {
                assertThat(new String(receipt.get(), StandardCharsets.UTF_8)).isEqualTo(first);
            }
        }
        assertThat(world.store.keys()).hasSize(2);
        assertThat(world.log.eventIds().stream().distinct()).hasSize(1);
    }

    @Test
    void without_the_store_nothing_is_kept_and_a_repetition_converges() {
        world.store.goAway();
        assertThatThrownBy(() ->
                        process.receive.receive(sending(KEY, answering("2.e", "IPv6"), upload(folder, "a.pdf", "x"))))
                .asInstanceOf(InstanceOfAssertFactories.type(TryAgainLater.class))
                .extracting(TryAgainLater::kept)
                .isEqualTo(Kept.NOTHING);

        world.store.comeBack();
        acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6"), upload(folder, "a.pdf", "x"))));

        assertThat(world.store.keys()).hasSize(2);
    }

    @Test
    void without_the_log_the_manifest_is_kept_and_a_repetition_converges() {
        world.log.failsBefore = true;
        assertThatThrownBy(() -> process.receive.receive(sending(KEY, answering("2.e", "IPv6"))))
                .asInstanceOf(InstanceOfAssertFactories.type(TryAgainLater.class))
                .extracting(TryAgainLater::kept)
                .isEqualTo(Kept.MANIFEST);
        assertThat(world.log.eventIds()).isEmpty();

        world.log.failsBefore = false;
        var receipt =
                acknowledged(process.receive.receive(sendingAt(DURING.plusSeconds(9), KEY, answering("2.e", "IPv6"))));

        assertThat(receipt.receivedAt()).isEqualTo("2026-05-01T12:00:00.000Z");
        assertThat(world.log.eventIds()).hasSize(1);
    }

    @Test
    void a_record_whose_confirmation_was_lost_may_be_repeated_under_the_same_id() {
        world.log.failsAfter = true;
        assertThatThrownBy(() -> process.receive.receive(sending(KEY, answering("2.e", "IPv6"))))
                .isInstanceOf(TryAgainLater.class);

        world.log.failsAfter = false;
        process.receive.receive(sending(KEY, answering("2.e", "IPv6")));

        assertThat(world.log.eventIds()).hasSize(2);
        assertThat(world.log.eventIds().stream().distinct()).hasSize(1);
    }

    @Test
    void refuses_after_the_deadline_but_still_gives_the_receipt_of_what_was_in_time() {
        var inTime = Instant.parse("2026-09-07T21:59:59Z");
        var first = acknowledged(process.receive.receive(sendingAt(inTime, KEY, answering("2.e", "IPv6"))));

        assertThat(acknowledged(
                        process.receive.receive(sendingAt(inTime.plusMillis(1), KEY, answering("2.e", "IPv6")))))
                .isEqualTo(first);
        assertThat(refusal(process.receive.receive(
                        sendingAt(inTime.plusMillis(1), "another-key", answering("2.e", "IPv6")))))
                .isInstanceOf(Refusal.TooLate.class);
        assertThat(refusal(process.receive.receive(sendingAt(inTime.plusMillis(1), KEY, answering("2.e", "changed")))))
                .isInstanceOf(Refusal.TooLate.class);
    }

    @Test
    void gives_the_receipt_again_whatever_changed_in_the_definition_since() {
        var first = acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6"))));

        for (var changed : List.of(
                Fixtures.YAML.replace("2.e", "2.f"),
                Fixtures.YAML.replace("id: first", "id: other").replace("instrumentOf: first", "instrumentOf: other"),
                Fixtures.YAML.replace("accepts: [response, comment]", "audience: members\n    accepts: [response]"),
                Fixtures.YAML.replace("opens: 2026-03-19T00:00", "opens: 2026-08-01T00:00"))) {
            world.consultations.define(changed);

            assertThat(acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6")))))
                    .as(changed)
                    .isEqualTo(first);
            assertThat(process.receive.receive(sending(KEY, answering("2.e", "changed"))))
                    .isInstanceOf(Refused.class);
            assertThat(process.receive.receive(sending("another-key", answering("2.e", "\ud83d"))))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void says_nothing_about_consultations_before_it_knows_them_all() {
        world.consultations.complete = false;

        assertThatThrownBy(() -> process.receive.receive(sending(KEY, answering("2.e", "IPv6"))))
                .isInstanceOf(TryAgainLater.class);
    }

    @Test
    void takes_what_is_late_where_the_round_does_and_flags_it_in_manifest_and_record() {
        world.consultations.define(
                Fixtures.YAML.replace("closes: 2026-09-07T23:59:59", "closes: 2026-09-07T23:59:59\n    late: accept"));
        var late = Instant.parse("2026-09-07T21:59:59.001Z");

        var receipt = acknowledged(process.receive.receive(sendingAt(late, KEY, answering("2.e", "IPv6"))));

        var stored =
                world.manifests.find(new ManifestKey(receipt.reference(), 1)).orElseThrow();
        assertThat(stored.manifest().flags()).containsExactly(SubmissionFlag.LATE);
        assertThat(world.log.submissions())
                .singleElement()
                .satisfies(event -> assertThat(((SubmissionEvent.SubmissionReceived) event).flags())
                        .containsExactly(SubmissionFlag.LATE));
    }

    @Test
    void a_wrong_field_is_refused_before_anything_is_stored() {
        assertThat(refusal(
                        process.receive.receive(sending(KEY, answering("99", "IPv6"), upload(folder, "a.pdf", "x")))))
                .isInstanceOf(Refusal.WrongFields.class);
        assertThat(world.store.keys()).isEmpty();
    }

    @Test
    void a_taken_reference_leads_to_the_next_one() {
        var id = world.identities.submission(BROADBAND, new IdempotencyKey(KEY));
        var foreign = acknowledged(process.receive.receive(sending("somebody-else", answering("2.e", "IPv6"))));
        var bytes = world.store
                .get("submissions/" + foreign.reference() + "/1/manifest.json")
                .orElseThrow();
        var taken = world.identities.reference(id, 0);
        world.store.put("submissions/" + taken + "/1/manifest.json", bytes, "application/json");

        var receipt = acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6"))));

        assertThat(receipt.reference()).isEqualTo(world.identities.reference(id, 1));
        assertThat(acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6")))))
                .isEqualTo(receipt);
    }

    @Test
    void only_the_secret_on_the_receipt_opens_the_status() {
        var receipt = acknowledged(process.receive.receive(sending(KEY, answering("2.e", "IPv6"))));
        var reference = receipt.reference().value();

        assertThat(world.follow.follow(
                        reference.toLowerCase(Locale.ROOT), receipt.secret().replace("-", " ")))
                .isPresent();
        assertThat(world.follow.follow(reference, "WRONG")).isEmpty();
        assertThat(world.follow.follow("22222-22222", receipt.secret())).isEmpty();
        world.submissions.away = true;
        assertThat(world.follow
                        .follow(reference, receipt.secret())
                        .orElseThrow()
                        .state())
                .isEmpty();
    }

    private static Receipt unsigned(Receipt r) {
        return new Receipt(
                r.schema(),
                r.reference(),
                r.consultation(),
                r.round(),
                r.version(),
                r.receivedAt(),
                r.receivedAtLocal(),
                r.manifestSha256(),
                r.attachments(),
                r.secret(),
                r.statusUrl(),
                r.flags(),
                r.previousManifestSha256(),
                null);
    }

    private static Receipt acknowledged(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Acknowledged.class);
        return ((Acknowledged) outcome).receipt();
    }

    private static Refusal refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }
}
