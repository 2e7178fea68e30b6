package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.Fixtures.DURING;
import static org.rostrum.intake.Fixtures.answering;
import static org.rostrum.intake.usecase.World.sending;
import static org.rostrum.intake.usecase.World.sendingAt;
import static org.rostrum.intake.usecase.World.upload;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.adapter.objectstore.ObjectStoreErasures;
import org.rostrum.intake.adapter.objectstore.ObjectStoreMailMarks;
import org.rostrum.intake.adapter.objectstore.ObjectStoreManifests;
import org.rostrum.intake.adapter.objectstore.ObjectStoreRemains;
import org.rostrum.intake.adapter.objectstore.ObjectStoreStoredAttachments;
import org.rostrum.intake.domain.Author;
import org.rostrum.intake.domain.DraftCheck;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.LetterKey;
import org.rostrum.intake.domain.LetterKey.Occasion;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.domain.SubmissionContent;
import org.rostrum.intake.domain.UploadCheck.UploadDraft;
import org.rostrum.intake.usecase.AmendSubmission.Amending;
import org.rostrum.intake.usecase.CommitVersion.Arrival;
import org.rostrum.intake.usecase.CommitVersion.Candidate;
import org.rostrum.intake.usecase.CommitVersion.Fingerprinted;
import org.rostrum.intake.usecase.EraseSubmission.Before;
import org.rostrum.intake.usecase.EraseSubmission.Erased;
import org.rostrum.intake.usecase.EraseSubmission.Unknown;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.ReceiveSubmission.Outcome;
import org.rostrum.intake.usecase.ReceiveSubmission.Refused;
import org.rostrum.intake.usecase.ReceiveSubmission.Sending;
import org.rostrum.platform.objectstore.ObjectStore;

class EraseSubmissionTest {
    private static final String WORDS = "wombat";
    private static final String KEY = "the-key-of-ada";
    private static final Author OFFICER = new Author("4b1c7a52", "officer");
    private static final Instant AFTER_CLOSING = Instant.parse("2026-10-07T00:00:00Z");

    @TempDir
    Path folder;

    private final World world = new World();
    private final World.Instance intake = world.start();

    @Test
    void nothing_is_left_but_that_it_was_erased() {
        var upload = uploaded(WORDS + " ahead");
        var receipt = everythingThatCanHappen(upload);
        assertThat(keysThatSay(WORDS)).hasSizeGreaterThan(5);

        var erased = (Erased) erase(receipt);

        assertThat(erased.isComplete()).isTrue();
        assertThat(erased.repeated()).isFalse();
        assertThat(keysThatSay(WORDS)).isEmpty();
        assertThat(keysThatSay("Ada")).isEmpty();
        assertThat(keysThatSay(receipt.manifestSha256())).isEmpty();
        var folder = "submissions/" + receipt.reference();
        assertThat(world.store.keys())
                .containsExactlyInAnyOrder(
                        "erasures/" + receipt.reference() + ".json",
                        "erasures/" + receipt.reference() + ".completed.json",
                        folder + "/1/manifest.json",
                        folder + "/2/manifest.json",
                        folder + "/3/manifest.json");
        assertThat(world.submissions.forgotten).containsExactly(idOf(KEY));
    }

    @Test
    void the_others_are_told_who_erased_it_and_why_once() {
        var receipt = received(sending(KEY, answering("2", WORDS)));

        erase(receipt);
        erase(receipt);

        assertThat(world.log.submissions().getLast())
                .isEqualTo(new SubmissionErased(
                        idOf(KEY),
                        receipt.reference(),
                        Fixtures.BROADBAND,
                        Fixtures.FIRST,
                        1,
                        ErasureGround.RESPONDENT_ASKED,
                        OFFICER.subject(),
                        DURING));
        assertThat(world.log.eventIds()).hasSize(2);
    }

    @Test
    void hostile_15_whoever_repeats_it_is_told_that_it_was_erased_whatever_they_send_and_nothing_is_kept() {
        var receipt = received(sending(KEY, answering("2", WORDS)));
        erase(receipt);
        var before = world.store.keys();
        var gone = new Refused(new Refusal.Erased(receipt.reference(), DURING, ErasureGround.RESPONDENT_ASKED));

        assertThat(send(sending(KEY, answering("2", WORDS)))).as("the same").isEqualTo(gone);
        assertThat(send(sending(KEY, answering("2", "another " + WORDS)))).isEqualTo(gone);
        assertThat(send(sending(KEY, answering("2", WORDS), upload(folder, "a.pdf", WORDS))))
                .as("with a file")
                .isEqualTo(gone);
        assertThat(send(sendingAt(AFTER_CLOSING, KEY, answering("2", WORDS))))
                .as("after the closing")
                .isEqualTo(gone);
        assertThat(send(sending(KEY, answering("nowhere", WORDS))))
                .as("with a fault")
                .isEqualTo(gone);
        assertThat(world.start().receive.receive(sending(KEY, answering("2", WORDS))))
                .as("another process")
                .isEqualTo(gone);
        assertThat(world.store.keys()).isEqualTo(before);
        assertThat(keysThatSay(WORDS)).isEmpty();
    }

    @Test
    void hostile_15_whoever_repeats_it_with_uploads_that_are_gone_is_told_so_too() {
        var upload = uploaded("the paper");
        var receipt = received(naming(upload));
        erase(receipt);

        assertThat(send(naming(upload)))
                .isEqualTo(
                        new Refused(new Refusal.Erased(receipt.reference(), DURING, ErasureGround.RESPONDENT_ASKED)));
    }

    @Test
    void whoever_holds_the_receipt_can_do_nothing_with_it_but_learn_that_it_was_erased() {
        var receipt = received(sending(KEY, answering("2", WORDS)));
        erase(receipt);
        var reference = receipt.reference().value();
        var token = world.identities.disputeToken(receipt.reference()).value();
        var gone = new Refusal.Erased(receipt.reference(), DURING, ErasureGround.RESPONDENT_ASKED);

        assertThat(world.follow.follow(reference, receipt.secret())).isEmpty();
        assertThat(world.follow.erased(reference, receipt.secret()))
                .hasValueSatisfying(mark -> assertThat(mark.refusal()).isEqualTo(gone));
        assertThat(world.follow.erased(reference, "WRONG")).isEmpty();
        assertThat(intake.amend.amend(amending(receipt))).isEqualTo(new AmendSubmission.Refused(gone));
        assertThat(intake.withdraw.withdraw(reference, receipt.secret(), DURING))
                .isEqualTo(new WithdrawSubmission.Refused(gone));
        assertThat(intake.dispute.dispute(reference, token, DURING)).isEmpty();
        assertThat(intake.dispute.erased(reference, token)).isPresent();
        assertThat(intake.dispute.erased(reference, "WRONG")).isEmpty();
    }

    @Test
    void a_log_that_lost_everything_gets_the_erasure_back_and_nothing_of_what_was_erased() {
        var receipt = received(sending(KEY, answering("2", WORDS)));
        erase(receipt);
        world.log.loseTail();
        world.log.loseTail();

        assertThat(world.start().reconcile.compareAll()).isOne();

        assertThat(world.log.submissions()).singleElement().isInstanceOf(SubmissionErased.class);
        assertThat(world.start().reconcile.compareAll()).isZero();
    }

    @Test
    void what_was_written_goes_at_once_also_while_the_log_is_away_and_the_rest_as_soon_as_it_is_back() {
        var receipt = received(sending(KEY, answering("2", WORDS), upload(folder, "a.pdf", "the file")));
        world.log.failsBefore = true;

        var erased = (Erased) erase(receipt);

        assertThat(erased.isComplete()).isFalse();
        assertThat(keysThatSay(WORDS)).isEmpty();
        assertThat(send(sending(KEY, answering("2", WORDS)))).isInstanceOf(Refused.class);
        assertThat(intake.erase.finishOwn()).isZero();
        world.log.failsBefore = false;
        assertThat(intake.erase.finishOwn()).isOne();
        assertThat(intake.erase.finishOwn()).isZero();
        assertThat(keysThatSay("the file")).isEmpty();
        assertThat(world.log.submissions().getLast()).isInstanceOf(SubmissionErased.class);
        assertThat(world.erasures.all()).containsExactly(new Erasures.Noted(receipt.reference(), true));
    }

    @Test
    void a_projection_that_is_away_forgets_when_it_is_back() {
        var receipt = received(sending(KEY, answering("2", WORDS)));
        world.submissions.away = true;
        assertThat(((Erased) erase(receipt)).isComplete()).isFalse();
        world.submissions.away = false;

        assertThat(world.start().erase.finishAll()).isOne();

        assertThat(world.submissions.forgotten).containsExactly(idOf(KEY));
    }

    /** Every call to the store is the last one of a process, before its effect and after it; the next process finishes. */
    @Test
    void a_process_that_is_killed_at_any_call_leaves_nothing_that_the_next_one_does_not_finish() {
        var calls = callsOfAnErasure();
        assertThat(calls).isGreaterThan(15);
        for (int call = 1; call <= calls; call++) {
            for (boolean afterwards : new boolean[] {false, true}) {
                var crash = new EraseSubmissionTest();
                crash.folder = folder;
                crash.dieAt(call, afterwards);
            }
        }
    }

    private int callsOfAnErasure() {
        var counted = new EraseSubmissionTest();
        counted.folder = folder;
        var receipt = counted.everythingThatCanHappen(counted.uploaded(WORDS));
        var dying = new Dying(counted.world.store, Integer.MAX_VALUE, false);
        counted.mortal(dying).erase(receipt.reference().value(), ErasureGround.RESPONDENT_ASKED, null, OFFICER);
        return dying.calls.get();
    }

    private void dieAt(int call, boolean afterwards) {
        var receipt = everythingThatCanHappen(uploaded(WORDS));
        var dying = new Dying(world.store, call, afterwards);
        try {
            mortal(dying).erase(receipt.reference().value(), ErasureGround.RESPONDENT_ASKED, null, OFFICER);
        } catch (Killed expected) {
            assertThat(dying.calls.get()).isEqualTo(call);
        }

        var next = world.start();
        next.erase.finishAll();
        next.reconcile.compareAll();

        if (world.erasures.find(receipt.reference()).isPresent()) {
            assertThat(keysThatSay(WORDS)).as("killed at %d", call).isEmpty();
            assertThat(world.log.submissions().getLast()).isInstanceOf(SubmissionErased.class);
            assertThat(world.erasures.all()).allMatch(Erasures.Noted::isComplete);
            assertThat(send(sending(KEY, answering("2", WORDS)))).isInstanceOf(Refused.class);
            assertThat(next.erase.finishAll()).isZero();
            assertThat(next.reconcile.compareAll()).isZero();
        } else {
            assertThat(world.open.read(receipt.reference()))
                    .as("not erased at all: killed at %d", call)
                    .hasValueSatisfying(
                            history -> assertThat(history.versions()).hasSize(2));
        }
    }

    @Test
    void who_amends_at_the_same_moment_either_came_before_and_is_erased_or_finds_it_gone() {
        var receipt = received(sending(KEY, answering("2", WORDS)));
        var seen = world.manifests.find(new ManifestKey(receipt.reference(), 1)).orElseThrow();
        assertThat(intake.amend.amend(amending(receipt))).isInstanceOf(AmendSubmission.Amended.class);
        intake.erase.erase(receipt.reference().value(), ErasureGround.RESPONDENT_ASKED, null, OFFICER);
        var file = upload(folder, "late.pdf", WORDS);
        var late = intake.versions.after(
                seen,
                new Candidate(
                        idOf(KEY),
                        Fixtures.BROADBAND,
                        Fixtures.FIRST,
                        "a digest",
                        content(),
                        List.of(new Fingerprinted(file, "ab".repeat(32))),
                        new Arrival(DURING, Channel.API, Set.of(), null)));

        assertThat(late).isInstanceOf(CommitVersion.Gone.class);
        assertThat(keysThatSay(WORDS)).isEmpty();
    }

    @Test
    void a_file_that_was_on_its_way_while_it_was_erased_is_swept_without_a_week_of_grace() {
        var receipt = received(sending(KEY, answering("2", WORDS)));
        erase(receipt);
        var late = "attachments/" + idOf(KEY) + "/2/1-" + "ab".repeat(32);
        world.store.put(late, WORDS.getBytes(StandardCharsets.UTF_8), "application/pdf");
        var now = Instant.now();
        world.store.backdate(late, now.minus(Duration.ofDays(2)));

        new SweepOrphans(new ObjectStoreStoredAttachments(world.store), intake.versions, world.manifests).sweep(now);

        assertThat(keysThatSay(WORDS)).isEmpty();
    }

    @Test
    void the_first_erasure_stands() {
        var receipt = received(sending(KEY, answering("2", WORDS)));
        erase(receipt);

        var again = (Erased) intake.erase.erase(
                receipt.reference().value(), ErasureGround.LEGAL_OBLIGATION, "DSR-2", new Author("other", "other"));

        assertThat(again.repeated()).isTrue();
        assertThat(again.erasure().ground()).isEqualTo(ErasureGround.RESPONDENT_ASKED);
        assertThat(again.erasure().by()).isEqualTo(OFFICER);
        assertThat(intake.erase.find(receipt.reference().value())).contains(new Before(again.erasure()));
    }

    @Test
    void the_same_person_may_send_anew_under_another_key() {
        erase(received(sending(KEY, answering("2", WORDS))));

        assertThat(send(sending("another-key", answering("2", "anew")))).isInstanceOf(Acknowledged.class);
    }

    @Test
    void a_reference_that_nothing_has_erases_nothing() {
        received(sending(KEY, answering("2", WORDS)));
        var before = world.store.keys();

        assertThat(intake.erase.erase("22222-22222", ErasureGround.RESPONDENT_ASKED, null, OFFICER))
                .isInstanceOf(Unknown.class);
        assertThat(intake.erase.erase("no reference", ErasureGround.RESPONDENT_ASKED, null, OFFICER))
                .isInstanceOf(Unknown.class);
        assertThat(world.store.keys()).isEqualTo(before);
    }

    /** Two versions with files that came along and ahead, marks of mails, an orphan, a dispute and a withdrawal. */
    private Receipt everythingThatCanHappen(String upload) {
        var receipt = received(naming(upload));
        intake.amend.amend(amending(receipt));
        var marks = new ObjectStoreMailMarks(world.store);
        marks.posted(new LetterKey(Occasion.RECEIVED, receipt.reference(), 1, false), DURING);
        marks.givenUp(new LetterKey(Occasion.AMENDED, receipt.reference(), 2, true), "no " + WORDS + " here", DURING);
        world.store.put(
                "orphaned/attachments/" + idOf(KEY) + "/1/1-" + "ab".repeat(32),
                WORDS.getBytes(StandardCharsets.UTF_8),
                "application/pdf");
        var token = world.identities.disputeToken(receipt.reference()).value();
        intake.dispute.dispute(receipt.reference().value(), token, DURING);
        intake.withdraw.withdraw(receipt.reference().value(), receipt.secret(), DURING);
        return receipt;
    }

    private Amending amending(Receipt receipt) {
        return new Amending(
                receipt.reference().value(),
                receipt.secret(),
                new IdempotencyKey("amend-one"),
                answering("2", WORDS + ", amended"),
                List.of(),
                List.of(),
                List.of(upload(folder, "annex.pdf", WORDS + " annex")),
                List.of(),
                null,
                Channel.API,
                Set.of(),
                DURING);
    }

    private static SubmissionContent content() {
        var definition = Fixtures.definition();
        var check = new DraftCheck(definition, definition.round(Fixtures.FIRST).orElseThrow(), Fixtures.LIMITS);
        return ((DraftCheck.Acceptable) check.check(answering("2", WORDS), List.of(), List.of())).content();
    }

    private EraseSubmission.Outcome erase(Receipt receipt) {
        return intake.erase.erase(receipt.reference().value(), ErasureGround.RESPONDENT_ASKED, "DSR-2026/14", OFFICER);
    }

    private EraseSubmission mortal(Dying dying) {
        return new EraseSubmission(
                world.open,
                new ObjectStoreManifests(dying.store(), "rostrum-intake"),
                new ObjectStoreErasures(dying.store()),
                new ObjectStoreRemains(dying.store()),
                world.submissions,
                new AnnounceReceived(world.log),
                Clock.fixed(DURING, ZoneOffset.UTC));
    }

    private Outcome send(Sending sending) {
        return intake.receive.receive(sending);
    }

    private Receipt received(Sending sending) {
        return ((Acknowledged) send(sending)).receipt();
    }

    private SubmissionId idOf(String key) {
        return world.identities.submission(Fixtures.BROADBAND, new IdempotencyKey(key));
    }

    private List<String> keysThatSay(String word) {
        var keys = new ArrayList<String>();
        for (var key : world.store.keys()) {
            var text = new String(world.store.get(key).orElseThrow(), StandardCharsets.UTF_8);
            if (text.contains(word) || key.contains(word)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private String uploaded(String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var draft = new UploadDraft("paper.pdf", (long) bytes.length, null, "application/pdf");
        var begun = (BeginUpload.Begun)
                world.begin.begin(Fixtures.BROADBAND, Fixtures.FIRST, draft, List.of(), Sender.ANYONE, DURING);
        var place = begun.upload().place();
        world.store.put(
                "staged/" + place.owner().value() + "/" + place.file().value() + "/incoming", bytes, "application/pdf");
        return begun.upload().id();
    }

    private Sending naming(String upload) {
        var finished =
                intake.finish.finish(Fixtures.BROADBAND, Fixtures.FIRST, new IdempotencyKey(KEY), List.of(upload), 0);
        return new Sending(
                Fixtures.BROADBAND,
                Fixtures.FIRST,
                new IdempotencyKey(KEY),
                answering("2", WORDS),
                finished.wrong(),
                finished.files(),
                Sender.ANYONE,
                Channel.API,
                Set.of(),
                finished.begunAt(),
                DURING);
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A process whose last call to the store is that one. */
    private static final class Dying {
        private final ObjectStore real;
        private final int last;
        private final boolean afterwards;
        private final AtomicInteger calls = new AtomicInteger();

        Dying(ObjectStore real, int last, boolean afterwards) {
            this.real = real;
            this.last = last;
            this.afterwards = afterwards;
        }

        ObjectStore store() {
            return (ObjectStore) Proxy.newProxyInstance(
                    ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, given) -> {
                        boolean isLast = calls.incrementAndGet() == last;
                        if (isLast && !afterwards) {
                            throw new Killed();
                        }
                        var answer = call(method, given);
                        if (isLast) {
                            throw new Killed();
                        }
                        return answer;
                    });
        }

        private @Nullable Object call(Method method, Object @Nullable [] given) throws Throwable {
            try {
                return method.invoke(real, given);
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        }
    }
}
