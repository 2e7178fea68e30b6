package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rostrum.intake.Fixtures.DURING;
import static org.rostrum.intake.Fixtures.answering;
import static org.rostrum.intake.usecase.World.sending;
import static org.rostrum.intake.usecase.World.upload;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.SubmissionEvent.SubmissionAmended;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.AmendSubmission.Amended;
import org.rostrum.intake.usecase.AmendSubmission.Amending;
import org.rostrum.intake.usecase.AmendSubmission.Outcome;
import org.rostrum.intake.usecase.AmendSubmission.Refused;
import org.rostrum.intake.usecase.AmendSubmission.Unknown;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;

class AmendSubmissionTest {
    private static final String KEY = "amend-one";
    private static final Instant AFTER_CLOSING = Instant.parse("2026-09-07T21:59:59.001Z");
    private final World world = new World();
    private final World.Instance process = world.start();

    @TempDir
    Path folder = Path.of("replaced");

    @Test
    void a_new_version_stands_and_the_earlier_stays_in_the_record() {
        var first = received();

        var second = amended(process.amend.amend(amending(first, KEY, "IPv6, now")));

        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.secret()).isNotEqualTo(first.secret());
        assertThat(second.previousManifestSha256()).isEqualTo(first.manifestSha256());
        assertThat(text(manifest(first, 1))).isEqualTo("IPv6");
        assertThat(text(manifest(first, 2))).isEqualTo("IPv6, now");
        assertThat(manifest(first, 2).submission()).isEqualTo(manifest(first, 1).submission());
        assertThat(world.log.eventIds())
                .containsExactly(
                        "received-" + manifest(first, 1).submission() + "-1",
                        "amended-" + manifest(first, 1).submission() + "-2");
        assertThat(world.log.submissions().getLast()).isInstanceOf(SubmissionAmended.class);
    }

    @Test
    void any_versions_secret_opens_all_of_it_and_a_wrong_one_nothing() {
        var first = received();
        var second = amended(process.amend.amend(amending(first, KEY, "IPv6, now")));

        var third = amended(process.amend.amend(amending(second, "amend-two", "IPv6, again")));

        assertThat(third.version()).isEqualTo(3);
        assertThat(world.open
                        .open(first.reference().value(), third.secret())
                        .orElseThrow()
                        .versions())
                .hasSize(3);
        assertThat(process.amend.amend(with(first, "WRONG", KEY, "x", null))).isInstanceOf(Unknown.class);
    }

    @Test
    void the_same_key_and_body_get_the_same_receipt_also_after_another_amendment_and_after_closing() {
        var first = received();
        var second = amended(process.amend.amend(amending(first, KEY, "IPv6, now")));
        process.amend.amend(amending(first, "amend-two", "IPv6, again"));

        var again = process.amend.amend(amending(first, KEY, "IPv6, now"));
        var late = world.start().amend.amend(at(AFTER_CLOSING, amending(first, KEY, "IPv6, now")));

        assertThat(Json.writeCanonical(amended(again))).isEqualTo(Json.writeCanonical(second));
        assertThat(Json.writeCanonical(amended(late))).isEqualTo(Json.writeCanonical(second));
        assertThat(((Amended) again).repeated()).isTrue();
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        var first = received();
        process.amend.amend(amending(first, KEY, "IPv6, now"));

        assertThat(refusal(process.amend.amend(amending(first, KEY, "something else"))))
                .isEqualTo(new Refusal.KeyUsedForOther(first.reference()));
        assertThat(refusal(process.amend.amend(amending(first, "send-one", "IPv6"))))
                .as("the key of the first version")
                .isEqualTo(new Refusal.KeyUsedForOther(first.reference()));
        assertThat(world.open
                        .open(first.reference().value(), first.secret())
                        .orElseThrow()
                        .versions())
                .hasSize(2);
    }

    @Test
    void amendments_at_once_each_get_a_version_of_their_own_and_repetitions_none() throws Exception {
        var first = received();
        var versions = ConcurrentHashMap.<Integer>newKeySet();
        var tasks = IntStream.range(0, 24)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    var key = "amend-at-once-" + i % 8;
                    return versions.add(amended(process.amend.amend(
                                    amending(first, key, "text " + i % 8, upload(folder, "a.pdf", "file " + i % 8))))
                            .version());
                })
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }

        assertThat(new TreeSet<>(versions)).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        var chain = world.open
                .open(first.reference().value(), first.secret())
                .orElseThrow()
                .versions();
        for (int i = 1; i < chain.size(); i++) {
            var manifest = chain.get(i).manifest();
            assertThat(manifest.previous()).isEqualTo(chain.get(i - 1).object().sha256());
            assertThat(world.store.get(
                            manifest.attachments().getFirst().object().key()))
                    .isPresent();
        }
        assertThat(Set.copyOf(world.log.eventIds())).hasSize(9);
    }

    @Test
    void whoever_says_what_they_saw_does_not_overwrite_what_they_did_not_see() {
        var first = received();
        process.amend.amend(amending(first, KEY, "IPv6, now"));

        assertThat(refusal(process.amend.amend(with(first, first.secret(), "amend-two", "IPv6, mine", 1))))
                .isEqualTo(new Refusal.AmendedMeanwhile(2));
        assertThat(amended(process.amend.amend(with(first, first.secret(), "amend-two", "IPv6, mine", 2)))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void after_the_closing_the_rule_and_whom_to_write_to_are_told_also_where_late_submissions_are_taken() {
        world.consultations.define(Fixtures.YAML
                .replace("closes: 2026-09-07T23:59:59", "closes: 2026-09-07T23:59:59\n    late: accept")
                .replace("organiser: The Council", "organiser: The Council\ncontact: ask@example.org"));
        var first = received();

        var refusal = refusal(process.amend.amend(at(AFTER_CLOSING, amending(first, KEY, "too late"))));

        assertThat(refusal).isInstanceOf(Refusal.ChangesClosed.class);
        assertThat(((Refusal.ChangesClosed) refusal).contact()).isEqualTo("ask@example.org");
    }

    @Test
    void what_was_withdrawn_is_not_amended() {
        var first = received();
        process.withdraw.withdraw(first.reference().value(), first.secret(), DURING);

        assertThat(refusal(process.amend.amend(amending(first, KEY, "back again"))))
                .isEqualTo(new Refusal.Withdrawn(DURING));
    }

    @Test
    void files_stay_if_asked_and_go_if_not() {
        var first = received(upload(folder, "a.pdf", "one"), upload(folder, "b.pdf", "two"));
        var kept = first.attachments().getLast().sha256();

        var second = amended(process.amend.amend(
                keeping(List.of(kept), amending(first, KEY, "now", upload(folder, "c.pdf", "three")))));
        var third = amended(process.amend.amend(amending(second, "amend-two", "without files")));

        assertThat(second.attachments())
                .extracting(Receipt.ReceivedFile::fileName)
                .containsExactly("b.pdf", "c.pdf");
        assertThat(manifest(first, 2).attachments().getFirst().object())
                .isEqualTo(manifest(first, 1).attachments().getLast().object());
        assertThat(third.attachments()).isEmpty();
        assertThat(refusal(process.amend.amend(keeping(List.of(kept), amending(first, "amend-three", "b again")))))
                .isInstanceOf(Refusal.WrongFields.class);
    }

    @Test
    void takes_files_that_came_ahead_after_those_that_came_along() {
        var first = received();
        var aside = setAside("ahead.pdf", "came ahead");
        var amending =
                ahead(List.of(aside), amending(first, "amend-two", "with both", upload(folder, "along.pdf", "along")));

        var second = amended(process.amend.amend(amending));

        assertThat(second.attachments()).extracting(file -> file.fileName()).containsExactly("along.pdf", "ahead.pdf");
        assertThat(manifest(second, 2).begunAt()).isEqualTo(DURING.minusSeconds(60));
    }

    @Test
    void repeating_it_gives_the_same_receipt_even_after_the_upload_was_swept() {
        var first = received();
        var aside = setAside("ahead.pdf", "came ahead");
        var amending = ahead(List.of(aside), amending(first, "amend-two", "ahead only"));
        var second = amended(process.amend.amend(amending));
        world.staged.sweep(Instant.MAX);

        var repeated = amended(process.amend.amend(amending));

        assertThat(repeated).isEqualTo(second);
        assertThat(repeated.attachments()).hasSize(1);
    }

    @Test
    void an_upload_of_another_round_is_refused_by_name() {
        var first = received();

        var refused = refusal(process.amend.amend(ahead(List.of("made-up"), amending(first, "amend-two", "b"))));

        assertThat(refused)
                .isEqualTo(
                        new Refusal.WrongFields(List.of(new WrongField("/uploads/0", new WrongField.UnknownUpload()))));
    }

    private String setAside(String name, String content) {
        return new SetFilesAside(world.staged, world.uploadIds, Fixtures.LIMITS)
                .setAside(
                        Fixtures.BROADBAND,
                        Fixtures.FIRST,
                        List.of(upload(folder, name, content)),
                        DURING.minusSeconds(60))
                .getFirst()
                .upload();
    }

    @Test
    void a_wrong_field_changes_nothing() {
        var first = received();

        assertThat(refusal(process.amend.amend(new Amending(
                        first.reference().value(),
                        first.secret(),
                        new IdempotencyKey(KEY),
                        answering("99", "no such item"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        Channel.API,
                        Set.of(),
                        DURING))))
                .isInstanceOf(Refusal.WrongFields.class);
        assertThat(world.log.eventIds()).hasSize(1);
    }

    @Test
    void there_is_an_end_to_versions() {
        var first = received();
        for (int version = 2; version <= SubmissionHistory.MOST_VERSIONS; version++) {
            assertThat(amended(process.amend.amend(amending(first, "amend-" + version + "-x", "text " + version)))
                            .version())
                    .isEqualTo(version);
        }

        assertThat(refusal(process.amend.amend(amending(first, "one-too-many", "more"))))
                .isEqualTo(new Refusal.TooManyVersions(SubmissionHistory.MOST_VERSIONS));
    }

    @Test
    void a_failing_log_leaves_the_version_for_the_reconciler() {
        var first = received();
        world.log.failsBefore = true;
        assertThatThrownBy(() -> process.amend.amend(amending(first, KEY, "IPv6, now")))
                .isInstanceOf(TryAgainLater.class);
        world.log.failsBefore = false;

        assertThat(world.start().reconcile.compareAll()).isOne();

        assertThat(world.log.submissions().getLast()).isInstanceOf(SubmissionAmended.class);
        assertThat(world.start().reconcile.compareAll()).isZero();
    }

    @Test
    void the_e_mail_address_of_each_version_is_sealed() {
        var first = received();
        amended(process.amend.amend(amending(first, KEY, "IPv6, now")));

        var bytes = world.store
                .get("submissions/" + first.reference() + "/2/manifest.json")
                .orElseThrow();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("ada@example.org");
        var manifest = manifest(first, 2);
        assertThat(manifest.flags()).containsExactly(SubmissionFlag.TOO_FAST);
        assertThat(manifest.sealedContact()).isNotNull();
    }

    private Receipt received(Upload... uploads) {
        return ((Acknowledged) process.receive.receive(sending("send-one", answering("2.e", "IPv6"), uploads)))
                .receipt();
    }

    private SubmissionManifest manifest(Receipt receipt, int version) {
        return world.manifests
                .find(new ManifestKey(receipt.reference(), version))
                .orElseThrow()
                .manifest();
    }

    private static String text(SubmissionManifest manifest) {
        return manifest.answers().getFirst().text();
    }

    private static Amending amending(Receipt receipt, String key, String text, Upload... uploads) {
        return amending(receipt, receipt.secret(), key, answering("2.e", text), List.of(), null, DURING, uploads);
    }

    private static Amending with(Receipt receipt, String secret, String key, String text, @Nullable Integer base) {
        return amending(receipt, secret, key, answering("2.e", text), List.of(), base, DURING);
    }

    private static Amending at(Instant when, Amending amending) {
        return new Amending(
                amending.reference(),
                amending.secret(),
                amending.key(),
                amending.draft(),
                List.of(),
                amending.kept(),
                amending.uploads(),
                amending.ahead(),
                amending.base(),
                amending.channel(),
                amending.suspicions(),
                when);
    }

    private static Amending keeping(List<String> kept, Amending amending) {
        return new Amending(
                amending.reference(),
                amending.secret(),
                amending.key(),
                amending.draft(),
                List.of(),
                kept,
                amending.uploads(),
                amending.ahead(),
                amending.base(),
                amending.channel(),
                amending.suspicions(),
                amending.arrivedAt());
    }

    private static Amending ahead(List<String> ids, Amending amending) {
        return new Amending(
                amending.reference(),
                amending.secret(),
                amending.key(),
                amending.draft(),
                List.of(),
                amending.kept(),
                amending.uploads(),
                ids,
                amending.base(),
                amending.channel(),
                amending.suspicions(),
                amending.arrivedAt());
    }

    private static Amending amending(
            Receipt receipt,
            String secret,
            String key,
            SubmissionDraft draft,
            List<String> kept,
            @Nullable Integer base,
            Instant when,
            Upload... uploads) {
        return new Amending(
                receipt.reference().value(),
                secret,
                new IdempotencyKey(key),
                draft,
                List.of(),
                kept,
                List.of(uploads),
                List.of(),
                base,
                Channel.API,
                Set.of(SubmissionFlag.TOO_FAST),
                when);
    }

    private static Receipt amended(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Amended.class);
        return ((Amended) outcome).receipt();
    }

    private static Refusal refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }
}
