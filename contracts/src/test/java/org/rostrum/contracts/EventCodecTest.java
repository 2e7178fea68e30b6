package org.rostrum.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventCodecTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> reads_and_writes_every_golden_payload_as_released() {
        var first = Specimens.events().map(event -> golden(EventType.of(event).wireName(), event));
        var later = Specimens.withLaterFields().entrySet().stream()
                .map(named ->
                        golden(EventType.of(named.getValue()).wireName() + "." + named.getKey(), named.getValue()));
        return Stream.concat(first, later);
    }

    private static DynamicTest golden(String name, Event event) {
        return DynamicTest.dynamicTest(name, () -> {
            var golden = payload(name, event);

            var encoded = EventCodec.encode("e-1", Instant.parse("2026-11-22T10:00:00Z"), event);
            var decoded = EventCodec.decode(encoded.headers(), golden.getBytes(UTF_8));

            assertThat(Json.mapper().readTree(encoded.json()))
                    .isEqualTo(Json.mapper().readTree(golden));
            assertThat(decoded.event()).isEqualTo(event);
        });
    }

    @Test
    void every_event_type_has_a_golden_payload() {
        assertThat(Specimens.events().map(EventType::of)).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void every_event_class_has_a_name_on_the_wire() {
        var events = Arrays.stream(Event.class.getPermittedSubclasses())
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .flatMap(event -> event.isSealed() ? Arrays.stream(event.getPermittedSubclasses()) : Stream.of(event));

        assertThat(events)
                .allSatisfy(
                        event -> assertThat(Arrays.stream(EventType.values()).map(EventType::eventClass))
                                .anySatisfy(named -> assertThat((Object) named).isEqualTo(event)));
    }

    @Test
    void a_newer_writers_extra_field_does_not_hurt() throws Exception {
        var event = Specimens.received();
        var encoded = EventCodec.encode("e-1", Instant.EPOCH, event);
        var newer = encoded.json().replaceFirst("\\{", "{\"addedLater\":{\"x\":1},");

        assertThat(EventCodec.decode(encoded.headers(), newer.getBytes(UTF_8)).event())
                .isEqualTo(event);
    }

    @Test
    void says_why_a_record_cannot_be_read() {
        var headers = new HashMap<>(
                EventCodec.encode("e-1", Instant.EPOCH, Specimens.received()).headers());
        headers.put(EventCodec.TYPE, "org.rostrum.submission-vanished.v1");

        assertThatThrownBy(() -> EventCodec.decode(headers, "{}".getBytes(UTF_8)))
                .isInstanceOf(EventCodec.Undecodable.class)
                .hasMessage("unknown event type");
    }

    private static String payload(String name, Event event) throws IOException {
        var file = GOLDEN.resolve(name + ".json");
        if (Files.notExists(file) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(
                    file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n");
        }
        return Files.readString(file);
    }
}
