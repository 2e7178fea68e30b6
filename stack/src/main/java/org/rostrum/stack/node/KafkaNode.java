package org.rostrum.stack.node;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka node that is broker and controller: formats its folder at the first start, then runs until SIGTERM. */
public final class KafkaNode {
    private KafkaNode() {}

    /** Takes the path of the server's properties file. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        formatOnce(properties(file));
        Kafka.main(new String[] {file.toString()});
    }

    private static void formatOnce(Properties server) throws Exception {
        Path folder = Path.of(server.getProperty("log.dirs"));
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(server.getProperty("node.id")))
                .setControllerListenerName(server.getProperty("controller.listener.names"))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .run();
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
