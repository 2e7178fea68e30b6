package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rostrum.intake.Fixtures.DURING;
import static org.rostrum.intake.Fixtures.answering;
import static org.rostrum.intake.usecase.World.sending;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.intake.adapter.objectstore.ObjectStoreMailMarks;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Letter;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.domain.WithdrawalReceipt;
import org.rostrum.intake.usecase.AmendSubmission.Amending;
import org.rostrum.intake.usecase.MailReceipts.PostAway;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;

class MailReceiptsTest {
    private final World world = new World();
    private final World.Instance process = world.start();
    private final Box box = new Box();
    private final Hands clock = new Hands();
    private final MailMarks marks = new ObjectStoreMailMarks(world.store);
    private final MailReceipts mails = new MailReceipts(
            world.open,
            world.receipts,
            world.identities,
            world.seals,
            new Plain(),
            box,
            marks,
            clock,
            Duration.ofDays(30));

    @Test
    void mails_each_receipt_once_however_often_the_log_tells_of_it() {
        var receipt = received("ada@example.org");

        tellAll();
        tellAll();

        assertThat(box.taken).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("ada@example.org");
            assertThat(letter.id()).isEqualTo("received-" + receipt.reference() + "-1");
            assertThat(letter.text())
                    .contains("/dispute?token="
                            + world.identities.disputeToken(receipt.reference()).value());
        });
    }

    @Test
    void nobody_is_mailed_who_gave_no_address_nor_about_what_is_long_past() {
        received(null);
        tellAll();
        clock.now = DURING.plus(Duration.ofDays(31));
        tellAll();

        assertThat(box.taken).isEmpty();
    }

    @Test
    void who_gave_no_address_costs_the_store_nothing() {
        received(null);
        world.store.goAway();

        tellAll();

        assertThat(box.taken).isEmpty();
    }

    @Test
    void an_event_from_before_addresses_were_announced_is_looked_up_as_ever() {
        received("ada@example.org", "send-one");
        received(null, "send-two");
        var older = world.log.submissions().stream()
                .map(event -> fromBefore((SubmissionReceived) event))
                .toList();
        world.store.goAway();
        assertThatThrownBy(() -> older.forEach(mails::mail)).isInstanceOf(TryAgainLater.class);
        world.store.comeBack();

        older.forEach(mails::mail);

        assertThat(box.taken).extracting(Letter::to).containsExactly("ada@example.org");
    }

    @Test
    void a_record_made_again_from_its_manifest_says_the_same_of_the_address() {
        received("ada@example.org", "send-one");
        received(null, "send-two");
        var first = world.log.submissions();
        world.log.loseTail();
        world.log.loseTail();

        world.start().reconcile.compareAll();

        assertThat(first)
                .extracting(event -> ((SubmissionReceived) event).receiptByMail())
                .containsExactly(true, false);
        assertThat(world.log.submissions()).containsExactlyInAnyOrderElementsOf(first);
    }

    private static SubmissionReceived fromBefore(SubmissionReceived event) {
        return new SubmissionReceived(
                event.submission(),
                event.reference(),
                event.consultation(),
                event.round(),
                event.version(),
                event.kind(),
                event.publication(),
                event.manifest(),
                event.attachments(),
                event.receivedAt(),
                event.flags());
    }

    @Test
    void an_amendment_that_changes_the_address_is_told_to_both_and_a_withdrawal_to_the_last() {
        var receipt = received("ada@example.org");
        process.amend.amend(new Amending(
                receipt.reference().value(),
                receipt.secret(),
                new IdempotencyKey("amend-one"),
                draft("ada@example.net"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                Channel.API,
                Set.of(),
                DURING));
        process.withdraw.withdraw(receipt.reference().value(), receipt.secret(), DURING);

        tellAll();

        assertThat(box.taken)
                .extracting(letter -> letter.id().replace(receipt.reference().value(), "R") + " " + letter.to())
                .containsExactly(
                        "received-R-1 ada@example.org",
                        "amended-R-2-earlier ada@example.org",
                        "amended-R-2 ada@example.net",
                        "withdrawn-R-2 ada@example.net");
    }

    @Test
    void while_the_mail_server_is_away_nothing_counts_as_mailed_and_nothing_is_lost() {
        received("ada@example.org");
        box.says = letter -> new Post.Away("nobody listens");
        assertThatThrownBy(this::tellAll).isInstanceOf(PostAway.class);
        box.says = letter -> new Post.Taken();

        tellAll();

        assertThat(box.taken).hasSize(1);
    }

    @Test
    void what_is_put_off_is_tried_again_later_and_given_up_in_the_end_without_keeping_others_waiting() {
        var greylisted = received("grey@example.org", "send-one");
        received("ada@example.org", "send-two");
        box.says =
                letter -> letter.to().startsWith("grey") ? new Post.Refused(false, "answered 451") : new Post.Taken();

        tellAll();
        tellAll();

        assertThat(box.taken).extracting(Letter::to).containsExactly("ada@example.org");
        assertThat(box.offered).isEqualTo(2);
        assertThat(mails.mailDeferred()).as("too early").isZero();
        clock.now = DURING.plus(Duration.ofMinutes(2));
        box.says = letter -> new Post.Taken();
        assertThat(mails.mailDeferred()).isOne();
        assertThat(box.taken).extracting(Letter::id).contains("received-" + greylisted.reference() + "-1");
        assertThat(marks.deferred()).isEmpty();
    }

    @Test
    void attempts_are_bounded() {
        var receipt = received("grey@example.org");
        box.says = letter -> new Post.Refused(false, "answered 451");
        tellAll();
        for (int i = 0; i < 20; i++) {
            clock.now = clock.now.plus(Duration.ofHours(7));
            mails.mailDeferred();
        }

        assertThat(box.offered).isEqualTo(MailReceipts.MOST_ATTEMPTS);
        assertThat(marks.deferred()).isEmpty();
        assertThat(world.store.get("mail/given-up/received-" + receipt.reference() + "-1.json"))
                .isPresent();
    }

    @Test
    void what_is_refused_for_good_is_given_up_at_once() {
        received("gone@example.org");
        box.says = letter -> new Post.Refused(true, "answered 550");

        tellAll();
        tellAll();

        assertThat(box.offered).isOne();
        assertThat(marks.deferred()).isEmpty();
    }

    @Test
    void no_mark_holds_an_address() {
        received("grey@example.org");
        box.says = letter -> new Post.Refused(false, "answered 451");
        tellAll();

        world.store.keys().stream()
                .filter(key -> key.startsWith("mail/"))
                .forEach(key -> assertThat(new String(world.store.get(key).orElseThrow(), StandardCharsets.UTF_8))
                        .doesNotContain("grey@"));
    }

    private void tellAll() {
        world.log.submissions().forEach(mails::mail);
    }

    private Receipt received(@Nullable String email) {
        return received(email, "send-one");
    }

    private Receipt received(@Nullable String email, String key) {
        return ((Acknowledged) process.receive.receive(sending(key, draft(email)))).receipt();
    }

    private static SubmissionDraft draft(@Nullable String email) {
        var usual = answering("2.e", "IPv6");
        return new SubmissionDraft(
                null,
                new SubmissionDraft.Person("Ada", "Lovelace", null, null, null, null, email),
                null,
                "en",
                null,
                usual.answers(),
                null,
                "public",
                true);
    }

    private static final class Box implements Post {
        final List<Letter> taken = new ArrayList<>();
        int offered;
        Function<Letter, Delivery> says = letter -> new Taken();

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Delivery deliver(Letter letter) {
            offered++;
            var delivery = says.apply(letter);
            if (delivery instanceof Taken) {
                taken.add(letter);
            }
            return delivery;
        }
    }

    private static final class Plain implements LetterWording {
        @Override
        public Letter acknowledged(Subject subject) {
            return letter(subject);
        }

        @Override
        public Letter withdrawn(Subject subject, WithdrawalReceipt receipt) {
            return letter(subject);
        }

        private static Letter letter(Subject subject) {
            return new Letter(
                    subject.key().id(), subject.to(), "subject", subject.disputePath(), "html", "receipt.json", "{}");
        }
    }

    private static final class Hands extends Clock {
        Instant now = DURING;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
