package org.rostrum.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.stack.StackFailure;
import org.rostrum.stack.client.Consultations;
import org.rostrum.stack.client.Tokens;
import org.rostrum.stack.declared.Buckets;
import org.rostrum.stack.declared.Topics;
import org.rostrum.stack.part.Realm;
import org.rostrum.stack.state.Endpoints.DemoUser;

/**
 * {@code prepare} creates topics and buckets from {@code deploy/} and tries the object store; {@code demo-realm FILE} writes
 * the realm with the demo users; {@code demo-consultations} defines the sample consultations as a demo manager. Every verb
 * may be repeated.
 *
 * @param deploy the folder {@code deploy/}
 */
public record Setup(Path deploy, Environment environment) {
    private static final int WRITERS = 20;
    private static final int ROUNDS = 5;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.WARNING); // Kafka's client prints its whole configuration otherwise
        Environment environment = new Environment(System.getenv());
        try {
            new Setup(Path.of(environment.require("ROSTRUM_DEPLOY")), environment).run(List.of(arguments));
            System.exit(0); // the HTTP clients' idle threads would keep the container for another minute
        } catch (SetupFailure | StackFailure | ObjectStoreUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void run(List<String> arguments) throws IOException, InterruptedException {
        switch (arguments) {
            case List<String> words when words.equals(List.of("prepare")) -> prepare();
            case List<String> words
            when words.size() == 2 && words.getFirst().equals("demo-realm") -> writeDemoRealm(Path.of(words.getLast()));
            case List<String> words when words.equals(List.of("demo-consultations")) -> defineConsultations();
            default -> throw new SetupFailure("Say prepare, demo-realm FILE or demo-consultations.");
        }
    }

    private void prepare() throws InterruptedException {
        createTopics();
        Buckets buckets = createBuckets();
        String bucket = buckets.buckets().getFirst().name();
        try (S3ObjectStore store = new S3ObjectStore(environment.objectStore(bucket))) {
            new ConditionalWrites(store, WRITERS, ROUNDS).prove();
        }
        say("The object store creates each object once.");
    }

    private void createTopics() {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, environment.require("KAFKA_BOOTSTRAP_SERVERS"));
        try (Admin admin = Admin.create(settings)) {
            Topics.read(deploy.resolve("topics.yaml")).createIn(admin);
        }
        say("Topics are there.");
    }

    private Buckets createBuckets() {
        Buckets buckets = Buckets.read(deploy.resolve("buckets.yaml"));
        buckets.createAt(
                environment.require("ROSTRUM_S3_ENDPOINT"),
                environment.require("ROSTRUM_S3_ACCESS_KEY"),
                environment.require("ROSTRUM_S3_SECRET_KEY"));
        say("Buckets are there.");
        return buckets;
    }

    private void writeDemoRealm(Path file) throws IOException {
        Files.writeString(file, realm().forDemo());
        say("The realm has its demo users.");
    }

    private void defineConsultations() throws IOException {
        String token = Tokens.of(manager(), environment.require("ROSTRUM_KEYCLOAK_URL"));
        Consultations consultations = new Consultations(environment.require("ROSTRUM_INTAKE_INSIDE_URL"), token);
        try (Stream<Path> files = Files.list(deploy.resolve("consultations"))) {
            files.sorted().map(consultations::apply).forEach(id -> say("Defined " + id + "."));
        }
    }

    private DemoUser manager() {
        return realm().demoUsers().stream()
                .filter(user -> user.roles().contains("manager"))
                .findFirst()
                .orElseThrow(
                        () -> new SetupFailure("No demo user is a manager; add one to deploy/realm/demo/users.json."));
    }

    private Realm realm() {
        return new Realm(deploy.resolve("realm"));
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
