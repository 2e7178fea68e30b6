package org.rostrum.stack.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.stack.StackFailure;

class DeclaredTest {
    private static final Path DEPLOY = Path.of("../deploy");

    @TempDir
    Path folder;

    @Test
    void the_record_is_kept_for_ever() {
        assertThat(Topics.read(DEPLOY.resolve("topics.yaml")).topics())
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.config())
                        .containsEntry("retention.ms", "-1")
                        .containsEntry("retention.bytes", "-1"));
    }

    @Test
    void an_event_that_clears_or_recalls_is_on_the_disk_before_it_is_acknowledged() {
        assertThat(Topics.read(DEPLOY.resolve("topics.yaml")).topics())
                .filteredOn(
                        topic -> List.of("clearances.v1", "consultations.v1").contains(topic.name()))
                .hasSize(2)
                .allSatisfy(topic -> assertThat(topic.config()).containsEntry("flush.messages", "1"));
    }

    @Test
    void a_service_with_a_business_topic_has_a_topic_for_dead_letters() {
        var topics = Topics.read(DEPLOY.resolve("topics.yaml")).topics();

        assertThat(topics)
                .extracting(Topics.Topic::name)
                .contains("intake.dead-letters", "processing.dead-letters", "publishing.dead-letters");
    }

    @Test
    void publishing_reads_no_bucket_with_originals() {
        assertThat(Buckets.read(DEPLOY.resolve("buckets.yaml")).buckets())
                .filteredOn(bucket -> bucket.readers().contains("publishing"))
                .extracting(Buckets.Bucket::name)
                .containsExactly("rostrum-cleared");
    }

    @Test
    void a_misspelt_field_and_a_missing_file_are_one_sentence() throws IOException {
        Path topics = Files.writeString(folder.resolve("topics.yaml"), "topics: [{ nam: x }]");

        assertThatThrownBy(() -> Topics.read(topics))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is not valid")
                .hasMessageContaining("nam");
        assertThatThrownBy(() -> Buckets.read(folder.resolve("none.yaml")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_small_cluster_gets_as_many_replicas_as_it_has_brokers() {
        Topics.Topic topic = new Topics.Topic("a.v1", "intake", "key", 1, 3, 2, Map.of());

        assertThat(topic.fresh(1).replicationFactor()).isEqualTo((short) 1);
        assertThat(topic.settings(1)).containsEntry("min.insync.replicas", "1");
        assertThat(topic.fresh(3).replicationFactor()).isEqualTo((short) 3);
        assertThat(topic.settings(3)).containsEntry("min.insync.replicas", "2");
    }
}
