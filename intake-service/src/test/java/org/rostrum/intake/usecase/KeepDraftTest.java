package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.adapter.crypto.AesDraftSeals;
import org.rostrum.intake.adapter.objectstore.ObjectStoreDrafts;
import org.rostrum.intake.domain.Draft;
import org.rostrum.intake.domain.Draft.DraftFile;
import org.rostrum.intake.domain.Draft.Sent;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.domain.DraftLife;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.intake.usecase.KeepDraft.Saved;
import org.rostrum.intake.usecase.KeepDraft.SentBefore;
import org.rostrum.platform.objectstore.InMemoryObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

class KeepDraftTest {
    private static final Instant NOW = Fixtures.DURING;

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final AesDraftSeals seals = new AesDraftSeals(World.ID_KEY, new SecureRandom());
    private final ObjectStoreDrafts drafts = new ObjectStoreDrafts(store, seals);
    private final KeepDraft keep = new KeepDraft(drafts);
    private final DraftToken token = seals.newToken();

    @TempDir
    private Path folder;

    private KeepDraft.Outcome save(int basedOn, Map<String, String> fields) {
        return keep.save(
                token,
                new KeepDraft.Change(
                        Fixtures.BROADBAND, Fixtures.FIRST, "key-of-the-form", "en", "opened", basedOn, fields, NOW));
    }

    private Unfinished kept() {
        return (Unfinished) keep.find(token).orElseThrow();
    }

    @Test
    void what_was_saved_is_there_for_another_process_and_readable_for_nobody_else() {
        save(0, Map.of("answer.2", "Typed with care: Bandicoot."));

        var elsewhere =
                new KeepDraft(new ObjectStoreDrafts(store, new AesDraftSeals(World.ID_KEY, new SecureRandom())));
        assertThat(elsewhere.find(token).orElseThrow())
                .isInstanceOfSatisfying(
                        Unfinished.class,
                        draft -> assertThat(draft.fields()).containsEntry("answer.2", "Typed with care: Bandicoot."));
        assertThat(keep.find(seals.newToken())).isEmpty();
        assertThat(store.keys()).allSatisfy(key -> {
            assertThat(key).startsWith("drafts/").doesNotContain(token.value());
            var object = new String(store.get(key).orElseThrow(), StandardCharsets.ISO_8859_1);
            assertThat(object).doesNotContain("Bandicoot").doesNotContain("key-of-the-form");
        });
    }

    @Test
    void a_slow_window_destroys_nothing() {
        var outcome = writeInTwoWindows();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Saved.class, saved -> assertThat(saved.conflict()).isTrue());
        assertThat(kept().fields()).containsEntry("answer.2", "by the laptop").containsEntry("text", "more");
        assertThat(kept().others()).extracting(Draft.OtherText::text).containsExactly("by the phone");
    }

    private KeepDraft.Outcome writeInTwoWindows() {
        save(0, Map.of("answer.2", "first"));
        save(1, Map.of("answer.2", "by the phone"));
        return save(1, Map.of("answer.2", "by the laptop", "text", "more"));
    }

    @Test
    void the_other_text_can_be_taken_and_the_one_that_stood_is_kept_then() {
        writeInTwoWindows();

        keep.settle(token, "answer.2", true, NOW);
        assertThat(kept().fields()).containsEntry("answer.2", "by the phone");
        assertThat(kept().others()).extracting(Draft.OtherText::text).containsExactly("by the laptop");

        keep.settle(token, "answer.2", false, NOW);
        assertThat(kept().others()).isEmpty();
    }

    @Test
    void two_first_saves_of_one_form_become_one_draft() {
        save(0, Map.of("answer.2", "same"));
        save(0, Map.of("answer.2", "same"));

        assertThat(kept().revision()).isEqualTo(2);
        assertThat(kept().others()).isEmpty();
        assertThat(kept().key()).isEqualTo("key-of-the-form");
    }

    @Test
    void keeps_no_more_revisions_than_a_window_may_have_begun_from() {
        for (int i = 0; i < 60; i++) {
            save(i, Map.of("answer.2", "text " + i));
        }

        assertThat(store.keys()).hasSizeLessThanOrEqualTo(20);
        assertThat(kept().fields()).containsEntry("answer.2", "text 59");
    }

    @Test
    void files_come_back_as_they_went_in_and_go_with_the_draft() throws IOException {
        save(0, Map.of());
        var content = Files.writeString(folder.resolve("in"), "position paper");
        drafts.storeFile(token, "f1", content);
        keep.addFiles(token, List.of(new DraftFile("f1", "paper.pdf", "application/pdf", 14)), NOW);

        keep.addFiles(token, List.of(new DraftFile("f1", "paper.pdf", "application/pdf", 14)), NOW); // no answer came

        assertThat(kept().files()).extracting(DraftFile::name).containsExactly("paper.pdf");
        assertThat(drafts.fetchFile(token, "f1", folder.resolve("out"))).isTrue();
        assertThat(folder.resolve("out")).hasContent("position paper");

        keep.removeFile(token, "f1", NOW);
        assertThat(kept().files()).isEmpty();
        assertThat(drafts.fetchFile(token, "f1", folder.resolve("out"))).isFalse();
    }

    @Test
    void a_sent_draft_says_so_keeps_nothing_and_takes_nothing_more() {
        save(0, Map.of("answer.2", "Bandicoot"));
        save(1, Map.of("answer.2", "Bandicoot and more"));
        var reference = Reference.parse("7K3QX-9MPAD").orElseGet(() -> Reference.fromDigest(new byte[32]));

        keep.sent(token, kept(), reference, NOW);

        assertThat(keep.find(token).orElseThrow()).isInstanceOf(Sent.class);
        assertThat(store.keys()).hasSize(1);
        assertThat(save(2, Map.of("answer.2", "late"))).isInstanceOf(SentBefore.class);
    }

    @Test
    void says_that_it_could_not_save_while_the_store_is_away() {
        store.goAway();

        assertThatThrownBy(() -> save(0, Map.of("a", "b"))).isInstanceOf(ObjectStoreUnavailable.class);
    }

    @Test
    void is_swept_after_its_time_but_never_before_its_round_closes() {
        var world = new World();
        save(0, Map.of("answer.2", "x"));
        var sweep = new SweepDrafts(drafts, world.consultations, new DraftLife(Duration.ofDays(90)));
        var closing = Instant.parse("2026-09-07T21:59:59.999Z");

        assertThat(sweep.sweep(NOW.plus(Duration.ofDays(89)))).isZero();
        assertThat(sweep.sweep(NOW.plus(Duration.ofDays(100))))
                .as("past its time, round open")
                .isZero();
        assertThat(sweep.sweep(closing.plusSeconds(1))).isOne();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void sweeps_nothing_before_every_definition_is_known() {
        var world = new World();
        world.consultations.complete = false;
        save(0, Map.of("answer.2", "x"));

        var sweep = new SweepDrafts(drafts, world.consultations, new DraftLife(Duration.ofDays(1)));

        assertThat(sweep.sweep(NOW.plus(Duration.ofDays(9999)))).isZero();
    }
}
