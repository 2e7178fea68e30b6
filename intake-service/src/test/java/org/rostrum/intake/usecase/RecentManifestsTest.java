package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.domain.ErasedSubmission;
import org.rostrum.intake.domain.SubmissionDraft.Box;
import org.rostrum.intake.usecase.Manifests.ErasedManifest;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.Manifests.StoredManifest;

class RecentManifestsTest {
    private final World world = new World();
    private final List<ManifestKey> asked = new ArrayList<>();
    private Instant now = Fixtures.DURING;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final RecentManifests manifests = new RecentManifests(new Counting(), clock, 10, 1_200);

    @Test
    void what_was_written_a_moment_ago_is_not_read_back() {
        var written = write("a", "Fibre.");

        assertThat(manifests.find(keyOf(written))).contains(written);
        assertThat(asked).isEmpty();
        assertThat(manifests.create(written.manifest())).as("taken").isEmpty();
        assertThat(new RecentManifests(new Counting(), clock, 10, 1_200).find(keyOf(written)))
                .as("another process")
                .contains(written);
    }

    @Test
    void large_ones_and_older_ones_are_read_from_the_store() {
        var large = write("large", "x".repeat(900));
        var first = write("first", "Fibre.");
        IntStream.range(0, 10).forEach(i -> write("next" + i, "Fibre."));

        assertThat(manifests.find(keyOf(large))).contains(large);
        assertThat(manifests.find(keyOf(first))).contains(first);
        assertThat(asked).containsExactly(keyOf(large), keyOf(first));
    }

    @Test
    void what_was_erased_here_is_forgotten_at_once_and_what_was_erased_elsewhere_after_a_minute() {
        var here = write("here", "Fibre.");
        var elsewhere = write("elsewhere", "Fibre.");

        manifests.blotOut(mark(here));
        world.manifests.blotOut(mark(elsewhere));
        assertThat(manifests.look(keyOf(here))).containsInstanceOf(ErasedManifest.class);

        now = now.plusSeconds(60);
        assertThat(manifests.look(keyOf(elsewhere))).containsInstanceOf(ErasedManifest.class);
    }

    private static ErasedSubmission mark(StoredManifest stored) {
        var manifest = stored.manifest();
        return new ErasedSubmission(
                ErasedSubmission.SCHEMA,
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                ErasureGround.RESPONDENT_ASKED,
                Fixtures.DURING,
                false);
    }

    private StoredManifest write(String key, String text) {
        var elsewhere = new World();
        elsewhere
                .start()
                .receive
                .receive(World.sending("a-key-for-" + key, Fixtures.draft(List.of(new Box("2.e", text)), null)));
        var manifest = elsewhere
                .manifests
                .keys()
                .map(each -> elsewhere.manifests.find((ManifestKey) each).orElseThrow())
                .findFirst()
                .orElseThrow();
        return manifests.create(manifest.manifest()).orElseThrow();
    }

    private static ManifestKey keyOf(StoredManifest stored) {
        return new ManifestKey(stored.manifest().reference(), stored.manifest().version());
    }

    /** The store, which remembers what it was asked for. */
    private final class Counting implements Manifests {
        @Override
        public Optional<Occupant> look(ManifestKey key) {
            asked.add(key);
            return world.manifests.look(key);
        }

        @Override
        public void blotOut(ErasedSubmission mark) {
            world.manifests.blotOut(mark);
        }

        @Override
        public Optional<StoredManifest> create(SubmissionManifest manifest) {
            return world.manifests.create(manifest);
        }

        @Override
        public Stream<RecordKey> keys() {
            return world.manifests.keys();
        }
    }
}
