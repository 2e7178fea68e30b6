package org.rostrum.intake.adapter.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.usecase.StagedFiles;
import org.rostrum.intake.usecase.StagedFiles.Announced;
import org.rostrum.intake.usecase.StagedFiles.Arrival;
import org.rostrum.intake.usecase.StagedFiles.FileId;
import org.rostrum.intake.usecase.StagedFiles.Owner;
import org.rostrum.intake.usecase.StagedFiles.Place;
import org.rostrum.intake.usecase.StagedFiles.Staged;
import org.rostrum.intake.usecase.StagedFiles.StagedFile;
import org.rostrum.intake.usecase.SweepStagedFiles;
import org.rostrum.platform.objectstore.InMemoryObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.PresignedPuts;
import org.rostrum.platform.objectstore.Sha256;

class StagedFilesTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Owner ADA = new Owner("the-draft-of-ada-1");
    private static final SubmissionId SUBMISSION = new SubmissionId("1-" + "0".repeat(32));

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final StagedFiles files = new ObjectStoreStagedFiles(store, "rostrum-intake", puts(), new SecureRandom());

    private static PresignedPuts puts() {
        var endpoint = URI.create("https://files.example");
        return new PresignedPuts(new ObjectStoreConfig(endpoint, "k", "s", "us-east-1", "rostrum-intake"), endpoint);
    }

    @Test
    void a_file_staged_through_intake_is_found_listed_and_claimed() throws IOException {
        var paper = staged(stage(place(ADA, 1), "paper.pdf", "the paper"));
        var annex = staged(
                files.stage(place(ADA, 2), "annex.pdf", "application/pdf", text("annex"), 100, NOW.plusSeconds(1)));
        stage(place(new Owner("somebody-else-at-all"), 3), "other.pdf", "other");

        assertThat(files.list(ADA)).containsExactly(paper, annex);
        assertThat(files.find(place(ADA, 1))).hasValue(paper);
        assertThat(paper.file().size()).isEqualTo(9);
        assertThat(paper.sha256()).isEqualTo(sha256("the paper"));

        var object = files.claim(paper, SUBMISSION, 1, 1).orElseThrow();
        assertThat(object.key()).isEqualTo("attachments/" + SUBMISSION + "/1/1-" + paper.sha256());
        assertThat(store.getVerified(object.key(), object.sha256())).isEqualTo(bytes("the paper"));

        files.remove(paper.place());
        assertThat(files.find(paper.place())).isEmpty();
        assertThat(files.claim(paper, SUBMISSION, 1, 2)).isEmpty();
        assertThat(store.keys()).noneMatch(key -> key.startsWith("staged/" + ADA.value() + "/" + "1".repeat(32)));
    }

    @Test
    void reads_one_byte_beyond_the_limit_and_keeps_nothing() throws IOException {
        var endless = new Endless();

        var arrival = files.stage(place(ADA, 1), "endless", "text/plain", endless, 1_000, NOW);

        assertThat(arrival).isEqualTo(new StagedFiles.TooLarge(1_000));
        assertThat(endless.read).isEqualTo(1_001);
        assertThat(stage(place(ADA, 1), "empty", "")).isEqualTo(new StagedFiles.Empty());
        assertThat(store.keys()).isEmpty();
    }

    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            read += length;
            return length;
        }
    }

    @Test
    void a_direct_upload_is_invited_with_everything_signed() {
        var invitation = begin(place(ADA, 1), "the paper", sha256("the paper"));

        assertThat(invitation.url().toString())
                .startsWith("https://files.example/rostrum-intake/staged/" + ADA.value())
                .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bx-amz-checksum-sha256");
        assertThat(invitation.headers())
                .containsEntry("Content-Length", "9")
                .containsEntry("Content-Type", "application/pdf")
                .containsKey("x-amz-checksum-sha256");
        assertThat(invitation.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void what_was_uploaded_is_checked_and_moved_out_of_reach() {
        begin(place(ADA, 1), "the paper", null);
        assertThat(files.finish(place(ADA, 1))).isEqualTo(new StagedFiles.NotArrived());

        upload(place(ADA, 1), "the paper");
        var file = staged(files.finish(place(ADA, 1)));
        upload(place(ADA, 1), "the PAPER");

        assertThat(staged(files.finish(place(ADA, 1)))).isEqualTo(file);
        var object = files.claim(file, SUBMISSION, 1, 1).orElseThrow();
        assertThat(store.getVerified(object.key(), sha256("the paper"))).isEqualTo(bytes("the paper"));
        assertThat(file.begunAt()).isEqualTo(NOW);
    }

    @Test
    void what_is_not_as_announced_is_refused_removed_and_may_come_again() {
        begin(place(ADA, 1), "the paper", sha256("the paper"));

        upload(place(ADA, 1), "the paper, longer");
        assertThat(files.finish(place(ADA, 1))).isEqualTo(new StagedFiles.NotAsAnnounced("size"));
        upload(place(ADA, 1), "the PAPER");
        assertThat(files.finish(place(ADA, 1))).isEqualTo(new StagedFiles.NotAsAnnounced("sha256"));
        assertThat(store.keys()).allMatch(key -> key.endsWith("/announced.json"));

        upload(place(ADA, 1), "the paper");
        assertThat(files.finish(place(ADA, 1))).isInstanceOf(Staged.class);
    }

    @Test
    void what_was_never_begun_is_unknown() {
        assertThat(files.finish(place(ADA, 1))).isEqualTo(new StagedFiles.Unknown());
        assertThat(files.find(place(ADA, 1))).isEmpty();
        assertThat(files.list(ADA)).isEmpty();
    }

    @Test
    void many_who_finish_at_once_agree_and_leave_one_copy() throws Exception {
        begin(place(ADA, 1), "the paper", null);
        upload(place(ADA, 1), "the paper");
        Callable<Arrival> finish = () -> files.finish(place(ADA, 1));

        try (var threads = Executors.newFixedThreadPool(16)) {
            var finished = threads
                    .invokeAll(IntStream.range(0, 64).mapToObj(i -> finish).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .collect(Collectors.toSet());
            assertThat(finished).hasSize(1).allMatch(Staged.class::isInstance);
        }
        assertThat(store.keys().stream().filter(key -> key.contains("/checked-")))
                .hasSize(1);
        assertThat(store.keys()).noneMatch(key -> key.endsWith("/incoming"));
    }

    @Test
    void sweeps_what_nobody_touched_for_a_week_and_nothing_else() throws IOException {
        var old = staged(stage(place(ADA, 1), "old.pdf", "old"));
        var worked = staged(stage(place(ADA, 2), "worked.pdf", "worked on"));
        var fresh = staged(stage(place(ADA, 3), "fresh.pdf", "fresh"));
        begin(place(ADA, 4), "never came", null);
        age(place(ADA, 1), place(ADA, 2), place(ADA, 4));
        files.renew(worked);
        var object = files.claim(old, SUBMISSION, 1, 1).orElseThrow();
        store.backdate(object.key(), NOW.minus(Duration.ofDays(30)));

        var swept = new SweepStagedFiles(files, Duration.ofDays(7)).sweep(Instant.now());

        assertThat(swept).isEqualTo(2);
        assertThat(files.list(ADA)).containsExactlyInAnyOrder(worked, fresh);
        assertThat(files.finish(place(ADA, 4))).isEqualTo(new StagedFiles.Unknown());
        assertThat(store.exists(object.key())).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new SweepStagedFiles(files, Duration.ofHours(1)));
    }

    @Test
    void a_store_that_is_away_loses_nothing() throws IOException {
        begin(place(ADA, 1), "the paper", null);
        upload(place(ADA, 1), "the paper");
        store.goAway();
        assertThatThrownBy(() -> files.finish(place(ADA, 1))).isInstanceOf(ObjectStoreUnavailable.class);

        store.comeBack();

        assertThat(files.finish(place(ADA, 1))).isInstanceOf(Staged.class);
    }

    private Arrival stage(Place place, String name, String content) throws IOException {
        return files.stage(place, name, "application/pdf", text(content), 100, NOW);
    }

    private StagedFiles.Invitation begin(Place place, String content, @Nullable String sha256) {
        var announced = new Announced("paper.pdf", "application/pdf", bytes(content).length, sha256);
        return files.begin(place, announced, NOW, Duration.ofHours(1));
    }

    /** What the holder of the address does, whenever and as often as they like. */
    private void upload(Place place, String content) {
        store.put(folder(place) + "incoming", bytes(content), "application/pdf");
    }

    private void age(Place... places) {
        for (var place : places) {
            store.list(folder(place))
                    .forEach(key -> store.backdate(key, Instant.now().minus(Duration.ofDays(8))));
        }
    }

    private static String folder(Place place) {
        return "staged/" + place.owner().value() + "/" + place.file().value() + "/";
    }

    private static StagedFile staged(Arrival arrival) {
        assertThat(arrival).isInstanceOf(Staged.class);
        return ((Staged) arrival).file();
    }

    private static Place place(Owner owner, int digit) {
        return new Place(owner, new FileId(String.valueOf(digit).repeat(32)));
    }

    private static InputStream text(String content) {
        return new ByteArrayInputStream(bytes(content));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String content) {
        return Sha256.of(bytes(content)).hex();
    }
}
