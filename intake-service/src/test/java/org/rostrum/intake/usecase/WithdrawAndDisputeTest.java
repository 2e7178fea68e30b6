package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rostrum.intake.Fixtures.DURING;
import static org.rostrum.intake.Fixtures.answering;
import static org.rostrum.intake.usecase.World.sending;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.intake.domain.LastEvents;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.SubmissionState;
import org.rostrum.intake.domain.WithdrawalReceipt;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.WithdrawSubmission.Outcome;
import org.rostrum.intake.usecase.WithdrawSubmission.Refused;
import org.rostrum.intake.usecase.WithdrawSubmission.Unknown;
import org.rostrum.intake.usecase.WithdrawSubmission.Withdrawn;

class WithdrawAndDisputeTest {
    private static final Instant LATER = DURING.plusSeconds(60);
    private static final Instant AFTER_CLOSING = Instant.parse("2026-09-07T21:59:59.001Z");
    private final World world = new World();
    private final World.Instance process = world.start();

    @Test
    void a_withdrawal_has_a_signed_receipt_of_its_own_and_is_told() throws Exception {
        var first = received();

        var receipt = withdrawn(withdraw(first, DURING));

        assertThat(receipt.reference()).isEqualTo(first.reference());
        assertThat(receipt.manifestSha256()).isEqualTo(first.manifestSha256());
        assertThat(receipt.withdrawnAtLocal()).isEqualTo("1 May 2026, 14:00:00 (Europe/Zurich, UTC+02:00)");
        assertThat(receipt.withdrawalSha256())
                .isEqualTo(world.withdrawals
                        .find(first.reference())
                        .orElseThrow()
                        .object()
                        .sha256());
        assertThat(verifies(receipt)).isTrue();
        assertThat(world.log.submissions().getLast()).isInstanceOf(SubmissionWithdrawn.class);
        assertThat(progress(first)).contains(new SubmissionState.Withdrawn(DURING));
    }

    @Test
    void withdrawn_twice_gives_the_same_receipt_also_at_once_and_after_the_closing() throws Exception {
        var first = received();
        Callable<String> withdraw = () -> new String(
                Json.writeCanonical(withdrawn(withdraw(first, DURING.plusSeconds((long) (Math.random() * 100))))),
                StandardCharsets.UTF_8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var receipts = threads
                    .invokeAll(IntStream.range(0, 20).mapToObj(i -> withdraw).toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .collect(Collectors.toSet());

            assertThat(receipts).hasSize(1);
            assertThat(receipts)
                    .containsExactly(new String(
                            Json.writeCanonical(withdrawn(withdraw(first, AFTER_CLOSING))), StandardCharsets.UTF_8));
        }
        assertThat(world.log.eventIds().stream().filter(id -> id.startsWith("withdrawn-")))
                .hasSize(1);
    }

    @Test
    void after_the_closing_and_with_a_wrong_secret_nothing_is_withdrawn() {
        var first = received();

        assertThat(((Refused) withdraw(first, AFTER_CLOSING)).reason()).isInstanceOf(Refusal.ChangesClosed.class);
        assertThat(process.withdraw.withdraw(first.reference().value(), "WRONG", DURING))
                .isInstanceOf(Unknown.class);
        assertThat(world.withdrawals.find(first.reference())).isEmpty();
    }

    @Test
    void the_reconciler_tells_of_withdrawals_and_disputes_that_the_log_lost() {
        var first = received();
        world.log.failsBefore = true;
        assertThatThrownBy(() -> withdraw(first, DURING)).isInstanceOf(TryAgainLater.class);
        assertThatThrownBy(() -> process.dispute.dispute(first.reference().value(), token(first), DURING))
                .isInstanceOf(TryAgainLater.class);
        world.log.failsBefore = false;

        assertThat(process.reconcile.retryUnconfirmed()).isEqualTo(2);
        world.log.loseTail();
        world.log.loseTail();
        assertThat(world.start().reconcile.compareAll()).isEqualTo(2);

        assertThat(world.log.submissions())
                .hasAtLeastOneElementOfType(SubmissionWithdrawn.class)
                .hasAtLeastOneElementOfType(AuthorshipDisputed.class);
        assertThat(world.start().reconcile.compareAll()).isZero();
    }

    @Test
    void a_record_of_a_withdrawal_does_not_stand_in_for_a_version_that_was_lost() {
        var first = received();
        withdraw(first, DURING);
        var withdrawal = world.log.submissions().getLast();
        world.log.loseTail();
        world.log.loseTail();
        world.log.append("withdrawn-again", DURING, withdrawal);

        assertThat(world.start().reconcile.compareAll()).isOne();
    }

    @Test
    void the_token_of_the_mail_disputes_once_and_holds_the_submission() {
        var first = received();

        var dispute = process.dispute.dispute(first.reference().value(), token(first), LATER);
        var again = process.dispute.dispute(first.reference().value(), token(first), LATER.plusSeconds(9));

        assertThat(dispute.orElseThrow().repeated()).isFalse();
        assertThat(again.orElseThrow().repeated()).isTrue();
        assertThat(again.orElseThrow().dispute()).isEqualTo(dispute.get().dispute());
        assertThat(world.log.submissions().stream().filter(AuthorshipDisputed.class::isInstance))
                .hasSize(1);
        assertThat(progress(first)).contains(new SubmissionState.Held(LATER));
    }

    @Test
    void a_dispute_that_staff_dismissed_holds_no_longer() {
        var first = received();
        process.dispute.dispute(first.reference().value(), token(first), LATER);
        var manifest = world.open
                .open(first.reference().value(), first.secret())
                .orElseThrow()
                .latest()
                .manifest();
        world.submissions.last = new LastEvents(
                Optional.empty(),
                Optional.of(new DisputeDismissed(
                        manifest.submission(),
                        manifest.reference(),
                        manifest.consultation(),
                        manifest.round(),
                        1,
                        "they wrote",
                        "staff",
                        LATER.plusSeconds(5),
                        null)),
                Optional.empty());

        assertThat(progress(first)).contains(new SubmissionState.Received());
    }

    @Test
    void the_token_opens_nothing_and_the_secret_disputes_nothing() {
        var first = received();

        assertThat(world.follow.follow(first.reference().value(), token(first))).isEmpty();
        assertThat(process.dispute.dispute(first.reference().value(), first.secret(), LATER))
                .isEmpty();
        assertThat(process.dispute.recognise("22222-22222", token(first))).isEmpty();
        assertThat(world.disputes.find(first.reference())).isEmpty();
    }

    private Receipt received() {
        return ((Acknowledged) process.receive.receive(sending("send-one", answering("2.e", "IPv6")))).receipt();
    }

    private Outcome withdraw(Receipt receipt, Instant when) {
        return process.withdraw.withdraw(receipt.reference().value(), receipt.secret(), when);
    }

    private String token(Receipt receipt) {
        return world.identities.disputeToken(receipt.reference()).value();
    }

    private Optional<SubmissionState> progress(Receipt receipt) {
        return world.follow
                .follow(receipt.reference().value(), receipt.secret())
                .orElseThrow()
                .state();
    }

    private static WithdrawalReceipt withdrawn(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Withdrawn.class);
        return ((Withdrawn) outcome).receipt();
    }

    private boolean verifies(WithdrawalReceipt r) throws Exception {
        var unsigned = new WithdrawalReceipt(
                r.schema(),
                r.reference(),
                r.consultation(),
                r.round(),
                r.version(),
                r.withdrawnAt(),
                r.withdrawnAtLocal(),
                r.manifestSha256(),
                r.withdrawalSha256(),
                r.statusUrl(),
                null);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(world.signatures.publicKey())));
        verifier.update(Json.writeCanonical(unsigned));
        return verifier.verify(
                Base64.getDecoder().decode(Objects.requireNonNull(r.signature()).value()));
    }
}
