package org.rostrum.stack.declared;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.rostrum.stack.StackFailure;

/**
 * Creates the declared topics and buckets in a Kafka and an S3 server that others run, for example in containers. Its one
 * argument is the folder {@code deploy}; addresses and keys come from the services' own environment variables.
 */
public final class Furnish {
    private Furnish() {}

    public static void main(String[] arguments) {
        Path deploy = Path.of(arguments.length == 0 ? "deploy" : arguments[0]);
        Map<String, Object> kafka = Map.of("bootstrap.servers", required("KAFKA_BOOTSTRAP_SERVERS"));
        try (Admin admin = Admin.create(kafka)) {
            Topics.read(deploy.resolve("topics.yaml")).createIn(admin);
        }
        Buckets.read(deploy.resolve("buckets.yaml"))
                .createAt(
                        required("ROSTRUM_S3_ENDPOINT"),
                        required("ROSTRUM_S3_ACCESS_KEY"),
                        required("ROSTRUM_S3_SECRET_KEY"));
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new StackFailure("The environment lacks " + variable + ": set it as for the services.");
        }
        return value;
    }
}
