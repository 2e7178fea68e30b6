package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.domain.SubmissionDraft.Box;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.Manifests.StoredManifest;

class RecentManifestsTest {
    private final World world = new World();
    private final List<ManifestKey> asked = new ArrayList<>();
    private final RecentManifests manifests = new RecentManifests(new Counting(), 10, 1_200);

    @Test
    void what_was_written_a_moment_ago_is_not_read_back() {
        var written = write("a", "Fibre.");

        assertThat(manifests.find(keyOf(written))).contains(written);
        assertThat(asked).isEmpty();
        assertThat(manifests.create(written.manifest())).as("taken").isEmpty();
        assertThat(new RecentManifests(new Counting(), 10, 1_200).find(keyOf(written)))
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
        public Optional<StoredManifest> find(ManifestKey key) {
            asked.add(key);
            return world.manifests.find(key);
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
