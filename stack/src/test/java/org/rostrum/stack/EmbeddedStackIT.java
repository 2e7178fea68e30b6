package org.rostrum.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.errors.ErrorResponseException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rostrum.stack.declared.Topics;

class EmbeddedStackIT {
    private static final Set<Part> PARTS = EnumSet.of(Part.KAFKA, Part.S3, Part.POSTGRES);
    private static final ConfigResource CLEARANCES = new ConfigResource(ConfigResource.Type.TOPIC, "clearances.v1");
    private static EmbeddedStack stack;

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(Path.of("target/embedded-stack-it"), PARTS);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void an_object_is_created_once_and_read_back() throws Exception {
        String key = "manifests/" + System.nanoTime();

        create(key, "first");

        assertThat(get(key)).isEqualTo("first");
        assertThatThrownBy(() -> create(key, "second"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.errorResponse().code()).isEqualTo("PreconditionFailed"));
        assertThat(get(key)).isEqualTo("first");
    }

    @Test
    void publishing_cannot_read_an_original() throws Exception {
        String key = "manifests/" + System.nanoTime();
        create(key, "an original");

        assertForbidden(() -> get(Part.PUBLISHING, "rostrum-intake", key));
        assertForbidden(() -> store(Part.PUBLISHING)
                .listObjects(ListObjectsArgs.builder().bucket("rostrum-intake").build())
                .iterator()
                .next()
                .get());
        assertForbidden(() -> store(Part.PUBLISHING)
                .copyObject(CopyObjectArgs.builder()
                        .bucket("rostrum-public")
                        .object("stolen")
                        .source(SourceObject.builder()
                                .bucket("rostrum-intake")
                                .object(key)
                                .build())
                        .build()));
    }

    @Test
    void a_reader_of_a_bucket_changes_nothing_in_it() throws Exception {
        String key = "cleared/" + System.nanoTime();
        create(Part.PROCESSING, "rostrum-cleared", key, "cleared");
        create(key, "received");

        assertThat(get(Part.PUBLISHING, "rostrum-cleared", key)).isEqualTo("cleared");
        assertThat(get(Part.PROCESSING, "rostrum-intake", key)).isEqualTo("received");
        assertForbidden(() -> create(Part.PUBLISHING, "rostrum-cleared", key + "-forged", "forged"));
        assertForbidden(removing(Part.PUBLISHING, "rostrum-cleared", key));
        assertForbidden(() -> create(Part.PROCESSING, "rostrum-intake", key + "-forged", "forged"));
        assertForbidden(removing(Part.PROCESSING, "rostrum-intake", key));
    }

    @Test
    void postgres_keeps_each_service_to_its_own_database_and_syncs_what_it_commits() throws Exception {
        try (Connection intake = database(Part.INTAKE);
                Statement statement = intake.createStatement();
                ResultSet fsync = statement.executeQuery("SHOW fsync")) {
            assertThat(fsync.next()).isTrue();
            assertThat(fsync.getString(1)).isEqualTo("on");
        }

        Map<String, String> processing = stack.environment(Part.PROCESSING);
        assertThatThrownBy(() -> DriverManager.getConnection(
                        stack.environment(Part.INTAKE).get("ROSTRUM_POSTGRES_URL"),
                        processing.get("ROSTRUM_POSTGRES_USER"),
                        processing.get("ROSTRUM_POSTGRES_PASSWORD")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void settings_of_topics_that_exist_already_are_brought_to_what_is_declared() throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.kafka()))) {
            assertThat(setting(admin, "flush.messages")).isEqualTo("1");
            AlterConfigOp forget =
                    new AlterConfigOp(new ConfigEntry("flush.messages", ""), AlterConfigOp.OpType.DELETE);
            admin.incrementalAlterConfigs(Map.of(CLEARANCES, List.of(forget)))
                    .all()
                    .get();
            Awaitility.await().until(() -> !setting(admin, "flush.messages").equals("1"));

            Topics.read(Path.of("../deploy/topics.yaml")).createIn(admin);

            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(setting(admin, "flush.messages")).isEqualTo("1"));
        }
    }

    private static String setting(Admin admin, String name) {
        return Objects.requireNonNull(
                        admin.describeConfigs(List.of(CLEARANCES)).values().get(CLEARANCES))
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .get(name)
                .value();
    }

    @Test
    void what_was_acknowledged_survives_kill_9_of_everything() throws Exception {
        String mark = Long.toString(System.nanoTime());
        create("kept/" + mark, mark);
        produce(mark);
        insert(mark);

        PARTS.forEach(stack::kill);
        stack.up(PARTS);

        assertThat(get("kept/" + mark)).isEqualTo(mark);
        assertThat(records()).contains(mark);
        assertThat(rows()).contains(mark);
    }

    private static void create(String key, String text) throws Exception {
        create(Part.INTAKE, "rostrum-intake", key, text);
    }

    private static void create(Part service, String bucket, String key, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        store(service)
                .putObject(PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .extraHeaders(Map.of("If-None-Match", "*"))
                        .data(bytes, bytes.length)
                        .build());
    }

    private static String get(String key) throws Exception {
        return get(Part.INTAKE, "rostrum-intake", key);
    }

    private static String get(Part service, String bucket, String key) throws Exception {
        try (InputStream content = store(service)
                .getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ThrowingCallable removing(Part service, String bucket, String key) {
        return () -> store(service)
                .removeObject(
                        RemoveObjectArgs.builder().bucket(bucket).object(key).build());
    }

    private static void assertForbidden(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ErrorResponseException.class, refusal -> {
            assertThat(refusal.response().code()).isEqualTo(403);
            assertThat(refusal.errorResponse().code()).isEqualTo("AccessDenied");
        });
    }

    private static MinioClient store(Part service) {
        Map<String, String> variables = stack.environment(service);
        return MinioClient.builder()
                .endpoint(stack.s3())
                .region("us-east-1")
                .credentials(variables.get("ROSTRUM_S3_ACCESS_KEY"), variables.get("ROSTRUM_S3_SECRET_KEY"))
                .build();
    }

    private static void produce(String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafka(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("intake.dead-letters", "key", value))
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> records() {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafka(), "auto.offset.reset", "earliest");
        TopicPartition partition = new TopicPartition("intake.dead-letters", 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<String> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            }
            return values;
        }
    }

    private static Connection database(Part service) throws Exception {
        Map<String, String> variables = stack.environment(service);
        return DriverManager.getConnection(
                variables.get("ROSTRUM_POSTGRES_URL"),
                variables.get("ROSTRUM_POSTGRES_USER"),
                variables.get("ROSTRUM_POSTGRES_PASSWORD"));
    }

    private static void insert(String mark) throws Exception {
        try (Connection connection = database(Part.PROCESSING);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (mark text)");
            statement.execute("INSERT INTO kept VALUES ('" + mark + "')");
        }
    }

    private static List<String> rows() throws Exception {
        try (Connection connection = database(Part.PROCESSING);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT mark FROM kept")) {
            List<String> marks = new ArrayList<>();
            while (rows.next()) {
                marks.add(rows.getString(1));
            }
            return marks;
        }
    }
}
