package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.Fixtures.answering;
import static org.rostrum.intake.usecase.World.sending;
import static org.rostrum.intake.usecase.World.upload;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.adapter.objectstore.ObjectStoreStoredAttachments;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.SweepOrphans.Swept;

class SweepOrphansTest {
    private static final Instant NOW = Instant.parse("2026-05-10T00:00:00Z");

    @TempDir
    Path folder;

    private final World world = new World();
    private final World.Instance intake = world.start();
    private final StoredAttachments stored = new ObjectStoreStoredAttachments(world.store);

    @Test
    void leaves_alone_what_a_manifest_names_and_what_is_young() {
        send("committed-key");
        age("attachments/", Duration.ofDays(2));
        var young = orphan("young-key", Duration.ofHours(23));

        assertThat(sweep().sweep(NOW)).isEqualTo(new Swept(0, 0, 0));
        assertThat(attachments()).hasSize(2).contains(young);
    }

    @Test
    void sets_an_orphan_aside_and_forgets_it_after_a_week() {
        send("committed-key");
        age("attachments/", Duration.ofDays(2));
        orphan("never-committed", Duration.ofHours(25));

        assertThat(sweep().sweep(NOW)).isEqualTo(new Swept(1, 0, 0));
        assertThat(attachments()).hasSize(1);
        age("orphaned/", Duration.ofDays(6));
        assertThat(sweep().sweep(NOW)).isEqualTo(new Swept(0, 0, 0));
        age("orphaned/", Duration.ofDays(8));
        assertThat(sweep().sweep(NOW)).isEqualTo(new Swept(0, 0, 1));
        assertThat(world.store.keys()).noneMatch(key -> key.startsWith("orphaned/"));
    }

    /** The sender comes back between the look at the manifest and the removal of the file: the worst instant. */
    @Test
    void loses_nothing_of_a_sender_who_comes_back_in_the_middle_of_the_sweep() {
        orphan("some-key", Duration.ofDays(2));
        var sweep = new SweepOrphans(new Meddling(() -> send("some-key")), intake.versions, world.manifests);

        assertThat(sweep.sweep(NOW)).isEqualTo(new Swept(1, 1, 0));

        assertNothingNamedIsMissing();
    }

    /** The process dies right after the removal; the next sweep finds what it left. */
    @Test
    void loses_nothing_if_the_sweep_dies_in_the_middle() {
        orphan("some-key", Duration.ofDays(2));
        stored.inPlace().toList().forEach(stored::setAside);
        send("some-key");
        stored.inPlace().toList().forEach(attachment -> world.store.delete(attachment.key()));

        assertThat(sweep().sweep(NOW)).isEqualTo(new Swept(0, 1, 0));

        assertNothingNamedIsMissing();
    }

    @Test
    void touches_nothing_where_the_key_for_ids_seems_to_have_been_changed() {
        for (int i = 0; i < 30; i++) {
            orphan("lost-key-" + i, Duration.ofDays(2));
        }

        assertThat(sweep().sweep(NOW)).isEqualTo(new Swept(0, 0, 0));
        assertThat(attachments()).hasSize(30);
    }

    private SweepOrphans sweep() {
        return new SweepOrphans(stored, intake.versions, world.manifests);
    }

    private void send(String key) {
        var sent = intake.receive.receive(
                sending(key, answering("2", "text"), upload(folder, "paper.pdf", "the paper of " + key)));
        assertThat(sent).isInstanceOf(Acknowledged.class);
    }

    /** What is left of a sending that broke off before its manifest was written. */
    private String orphan(String key, Duration age) {
        var file = upload(folder, "paper.pdf", "the paper of " + key);
        var submission = world.identities.submission(Fixtures.BROADBAND, new IdempotencyKey(key));
        var object = world.attachments.store(submission, 1, 1, world.attachments.fingerprint(file), file);
        world.store.backdate(object.key(), NOW.minus(age));
        return object.key();
    }

    private void age(String prefix, Duration age) {
        world.store.list(prefix).toList().forEach(key -> world.store.backdate(key, NOW.minus(age)));
    }

    private List<String> attachments() {
        return world.store.list("attachments/").toList();
    }

    private void assertNothingNamedIsMissing() {
        var committed = intake.versions
                .first(world.identities.submission(Fixtures.BROADBAND, new IdempotencyKey("some-key")))
                .orElseThrow();
        var named = committed.manifest().attachments();
        assertThat(named).isNotEmpty();
        assertThat(named)
                .allSatisfy(attachment -> assertThat(world.store.getVerified(
                                attachment.object().key(), attachment.object().sha256()))
                        .isNotEmpty());
    }

    /** Lets something happen just before a file is set aside. */
    private final class Meddling implements StoredAttachments {
        private final Runnable before;

        Meddling(Runnable before) {
            this.before = before;
        }

        @Override
        public void setAside(Stored attachment) {
            before.run();
            stored.setAside(attachment);
        }

        @Override
        public Stream<Stored> inPlace() {
            return stored.inPlace();
        }

        @Override
        public Stream<Stored> aside() {
            return stored.aside();
        }

        @Override
        public void putBack(Stored attachment) {
            stored.putBack(attachment);
        }

        @Override
        public void forget(Stored attachment) {
            stored.forget(attachment);
        }
    }
}
