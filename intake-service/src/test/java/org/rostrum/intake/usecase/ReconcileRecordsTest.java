package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rostrum.intake.Fixtures.answering;
import static org.rostrum.intake.usecase.World.sending;

import org.junit.jupiter.api.Test;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.domain.IdempotencyKey;

class ReconcileRecordsTest {
    private final World world = new World();

    @Test
    void announces_what_a_failing_log_left_behind_without_any_retry_of_the_sender() {
        var process = world.start();
        leaveManifestWithoutRecord(process);

        assertThat(process.reconcile.retryUnconfirmed()).isZero();
        world.log.failsBefore = false;

        assertThat(process.reconcile.retryUnconfirmed()).isOne();
        assertThat(world.log.eventIds()).hasSize(1);
        assertThat(process.reconcile.retryUnconfirmed()).isZero();
    }

    @Test
    void announces_what_a_killed_process_left_behind() {
        leaveManifestWithoutRecord(world.start());
        world.log.failsBefore = false;

        assertThat(world.start().reconcile.compareAll()).isOne();
        assertThat(world.log.eventIds()).hasSize(1);
        assertThat(world.start().reconcile.compareAll()).isZero();
    }

    @Test
    void heals_a_log_that_lost_its_unflushed_tail() {
        var process = world.start();
        process.receive.receive(sending("first-key", answering("2", "a")));
        process.receive.receive(sending("second-key", answering("2", "b")));
        var before = world.log.eventIds();
        world.log.loseTail();

        assertThat(process.reconcile.compareAll()).isOne();
        assertThat(world.log.eventIds()).isEqualTo(before);
    }

    @Test
    void a_stray_object_and_a_damaged_manifest_do_not_keep_the_others_waiting() {
        leaveManifestWithoutRecord(world.start());
        world.log.failsBefore = false;
        var damaged = world.identities.reference(
                world.identities.submission(Fixtures.BROADBAND, new IdempotencyKey("damaged-key")), 0);
        world.store.put("submissions/22222-22222/1/manifest.json", new byte[] {'{'}, "application/json");
        world.store.put("submissions/copy-of-something/1/manifest.json", new byte[] {'{'}, "application/json");
        world.store.put("submissions/" + damaged + "/1/manifest.json", new byte[] {'{'}, "application/json");

        assertThat(world.start().reconcile.compareAll()).isOne();
        assertThat(world.log.eventIds()).hasSize(1);
    }

    @Test
    void a_sender_who_comes_back_and_the_reconciler_agree() {
        leaveManifestWithoutRecord(world.start());
        world.log.failsBefore = false;
        world.start().reconcile.compareAll();

        world.start().receive.receive(sending("some-key", answering("2", "text")));

        assertThat(world.log.eventIds().stream().distinct()).hasSize(1);
    }

    private void leaveManifestWithoutRecord(World.Instance process) {
        world.log.failsBefore = true;
        assertThatThrownBy(() -> process.receive.receive(sending("some-key", answering("2", "text"))))
                .isInstanceOf(TryAgainLater.class);
        assertThat(world.store.keys()).hasSize(1);
    }
}
