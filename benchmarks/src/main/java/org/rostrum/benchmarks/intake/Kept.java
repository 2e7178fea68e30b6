package org.rostrum.benchmarks.intake;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.rostrum.benchmarks.system.SystemUnderTest;
import org.rostrum.contracts.EventCodec;
import org.rostrum.contracts.Topic;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.S3ObjectStore;

/** What the store and the log have of the submissions, read as any other reader would. */
record Kept(Set<String> manifests, Map<String, Integer> records) {
    private static final Pattern MANIFEST = Pattern.compile("submissions/([^/]+)/1/manifest\\.json");

    static Kept in(SystemUnderTest system) {
        return new Kept(manifestsIn(system), recordsIn(system));
    }

    /** How many of these have no manifest. */
    long withoutManifest(Set<String> references) {
        return references.stream().filter(one -> !manifests.contains(one)).count();
    }

    /** How many of these have no record in the log. */
    long withoutRecord(Set<String> references) {
        return references.stream().filter(one -> !records.containsKey(one)).count();
    }

    /** How many have more than one record; harmless, for readers recognise repetition by the event's id. */
    long recordedTwice() {
        return records.values().stream().filter(count -> count > 1).count();
    }

    private static Set<String> manifestsIn(SystemUnderTest system) {
        var variables = system.environment("intake");
        var config = new ObjectStoreConfig(
                URI.create(required(variables, "ROSTRUM_S3_ENDPOINT")),
                required(variables, "ROSTRUM_S3_ACCESS_KEY"),
                required(variables, "ROSTRUM_S3_SECRET_KEY"),
                required(variables, "ROSTRUM_S3_REGION"),
                "rostrum-intake");
        var references = new HashSet<String>();
        try (var store = new S3ObjectStore(config);
                var keys = store.list("submissions/")) {
            keys.map(MANIFEST::matcher)
                    .filter(match -> match.matches())
                    .map(match -> match.group(1))
                    .forEach(references::add);
        }
        return references;
    }

    private static Map<String, Integer> recordsIn(SystemUnderTest system) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", system.kafka(), "enable.auto.commit", false, "auto.offset.reset", "earliest");
        var records = new HashMap<String, Integer>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500))
                        .forEach(found ->
                                records.merge(text(found.headers().lastHeader(EventCodec.SUBJECT)), 1, Integer::sum));
            }
        }
        return records;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(Topic.SUBMISSIONS.topicName()).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
    }

    private static String text(Header header) {
        return EventCodec.text(header.value());
    }

    private static String required(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("The environment of intake lacks " + name);
        }
        return value;
    }
}
