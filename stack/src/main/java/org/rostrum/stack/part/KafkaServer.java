package org.rostrum.stack.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.rostrum.stack.Part;
import org.rostrum.stack.declared.Topics;
import org.rostrum.stack.process.Launch;
import org.rostrum.stack.state.PropertiesFile;
import org.rostrum.stack.state.WholeFile;

/** Kafka as one node in KRaft mode. */
final class KafkaServer implements Server {
    private static final Set<String> LISTENERS =
            Set.of("listeners", "advertised.listeners", "listener.security.protocol.map");

    private final Setting setting;

    KafkaServer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public void prepare() {
        WholeFile.write(properties(), PropertiesFile.text(overridden(node())));
    }

    @Override
    public Launch launch() {
        List<String> command = setting.jvm()
                .mainClass(
                        Part.KAFKA,
                        setting.installation().stackJar(),
                        List.of("-Xms128m", "-Xmx512m", "-Drostrum.log.level=INFO"),
                        "org.rostrum.stack.node.KafkaNode",
                        List.of(properties().toString()));
        return new Launch(command, Map.of(), setting.state().log(Part.KAFKA));
    }

    @Override
    public boolean answers() {
        if (!Answers.listens(setting.ports().of(Part.KAFKA))) {
            return false;
        }
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void furnish() {
        Topics topics = Topics.read(setting.installation().deploy("topics.yaml"));
        try (Admin admin = admin()) {
            topics.createIn(admin);
        }
    }

    private Admin admin() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", "127.0.0.1:" + setting.ports().of(Part.KAFKA));
        properties.put("request.timeout.ms", "5000");
        properties.put("default.api.timeout.ms", "15000");
        properties.put("enable.metrics.push", "false");
        return Admin.create(properties);
    }

    private Path properties() {
        return setting.state().data(Part.KAFKA).resolve("server.properties");
    }

    /** Lists of listeners grow by what is set beside; everything else is replaced by it. */
    private Map<String, String> overridden(Map<String, String> usual) {
        Map<String, String> node = new TreeMap<>(usual);
        PropertiesFile.read(setting.state().overrides(Part.KAFKA))
                .forEach((name, value) -> node.merge(
                        name,
                        value,
                        LISTENERS.contains(name) ? (ours, more) -> ours + "," + more : (_, other) -> other));
        return node;
    }

    private Map<String, String> node() {
        int port = setting.ports().of(Part.KAFKA);
        int controller = setting.ports().kafkaController();
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry(
                        "log.dirs",
                        setting.state().data(Part.KAFKA).resolve("log").toString()),
                // Topics are declared in deploy/; a misspelt name must fail rather than appear.
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "8"),
                // Committed offsets must outlive a long pause: by default they are dropped after seven days.
                Map.entry("offsets.retention.minutes", "5256000"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "4"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // After kill -9 the restarted broker may register only when its former session has ended.
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("num.recovery.threads.per.data.dir", "4"),
                Map.entry("log.segment.bytes", "268435456"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "4"));
    }
}
