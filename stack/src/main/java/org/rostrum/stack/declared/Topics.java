package org.rostrum.stack.declared;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.rostrum.stack.StackFailure;

/** The topics of {@code deploy/topics.yaml}; the only place from which topics are created. */
public record Topics(List<Topic> topics) {
    public Topics {
        topics = List.copyOf(topics);
        Set<String> names = new HashSet<>();
        topics.forEach(topic -> {
            if (!names.add(topic.name())) {
                throw new IllegalArgumentException("Topic " + topic.name() + " is declared twice");
            }
        });
    }

    /**
     * One topic.
     *
     * @param owner the only service that writes it
     * @param replicas copies wanted; a smaller cluster gets as many as it has brokers
     * @param config further settings by Kafka's own names
     */
    public record Topic(
            String name,
            String owner,
            @JsonProperty("key") String keyedBy,
            int partitions,
            int replicas,
            int minInsyncReplicas,
            Map<String, String> config) {
        public Topic {
            if (!name.matches("[a-z][a-z0-9.-]{2,100}")) {
                throw new IllegalArgumentException("A topic's name is lower case: " + name);
            }
            if (partitions < 1 || replicas < 1 || minInsyncReplicas < 1 || minInsyncReplicas > replicas) {
                throw new IllegalArgumentException("Partitions and replicas of " + name + " do not fit each other");
            }
            config = Map.copyOf(config);
        }

        Map<String, String> settings(int brokers) {
            Map<String, String> settings = new TreeMap<>(config);
            settings.put("min.insync.replicas", Integer.toString(Math.min(minInsyncReplicas, copies(brokers))));
            return settings;
        }

        private int copies(int brokers) {
            return Math.min(replicas, brokers);
        }

        NewTopic fresh(int brokers) {
            return new NewTopic(name, partitions, (short) copies(brokers)).configs(settings(brokers));
        }
    }

    public static Topics read(Path file) {
        return Declaration.read(file, Topics.class);
    }

    /** Creates what is missing and brings the settings of the others up to date; never changes a partition count. */
    public void createIn(Admin admin) {
        try {
            int brokers = admin.describeCluster().nodes().get().size();
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(missing(existing, brokers)).all().get();
            admin.incrementalAlterConfigs(changes(existing, brokers)).all().get();
        } catch (ExecutionException e) {
            throw new StackFailure("Kafka refused the topics of deploy/topics.yaml: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("The start was interrupted while topics were created.", e);
        }
    }

    private List<NewTopic> missing(Set<String> existing, int brokers) {
        return topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> topic.fresh(brokers))
                .toList();
    }

    private Map<ConfigResource, Collection<AlterConfigOp>> changes(Set<String> existing, int brokers) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        topics.stream().filter(topic -> existing.contains(topic.name())).forEach(topic -> {
            List<AlterConfigOp> operations = new ArrayList<>();
            topic.settings(brokers)
                    .forEach((name, value) ->
                            operations.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), operations);
        });
        return changes;
    }
}
