package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.adapter.http.BodiesInMemory.Room;
import org.rostrum.intake.domain.Limits;

class FormBodyTest {
    private static final String TYPE = "multipart/form-data; boundary=edge";

    private final Semaphore places = new Semaphore(1);
    private long limit = Limits.textsOf(200_000);

    private FormBody read(String... parts) throws IOException {
        var body = String.join("", parts) + "--edge--\r\n";
        return FormBody.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), TYPE, new Room(places, limit));
    }

    private static String field(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String fileName, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
    }

    @Test
    void reads_texts_and_files_and_passes_over_a_file_input_left_empty() throws IOException {
        try (var form = read(field("answer.2", "الإجابة\r\n2"), file("", ""), file("a b.txt", "paper"))) {
            assertThat(form.text("answer.2")).isEqualTo("الإجابة\r\n2");
            assertThat(form.text("text")).isNull();
            assertThat(form.files()).singleElement().satisfies(file -> {
                assertThat(file.file().fileName()).isEqualTo("a b.txt");
                assertThat(file.file().size()).isEqualTo(5);
                assertThat(file.content()).hasContent("paper");
            });
            assertThat(form.hasOverflowed()).isFalse();
        }
    }

    /** 94 boxes of 200,000 characters: short fields stay, long ones as far as there is room, the rest becomes a file. */
    @Test
    void puts_into_a_file_what_memory_has_no_room_for() throws IOException {
        var boxes = IntStream.rangeClosed(1, 94)
                .mapToObj(i -> field("answer." + i, "<" + i + ">" + "x".repeat(200_000) + "</" + i + ">"))
                .toArray(String[]::new);
        var all = new String[boxes.length + 1];
        System.arraycopy(boxes, 0, all, 0, boxes.length);
        all[boxes.length] = field("publication", "public");

        try (var form = read(all)) {
            assertThat(form.text("publication")).isEqualTo("public");
            assertThat(form.hasOverflowed()).isTrue();
            var rest = Files.readString(form.files().getFirst().content());
            for (int i = 1; i <= 94; i++) {
                var kept = form.textOr("answer." + i, rest);
                assertThat(kept.contains("<" + i + ">") && kept.contains("</" + i + ">"))
                        .as("box " + i)
                        .isTrue();
            }
            long inMemory = IntStream.rangeClosed(1, 94)
                    .filter(i -> form.text("answer." + i) != null)
                    .count();
            assertThat(inMemory).isBetween(15L, 25L);
        }
    }

    @Test
    void keeps_the_text_of_a_form_whatever_the_limit_is() throws IOException {
        limit = 6_000;

        try (var form = read(field("answer.1", "a".repeat(5_000)), field("answer.2", "b".repeat(5_000)))) {
            assertThat(form.text("answer.1")).hasSize(5_000);
            assertThat(form.text("answer.2")).isNull();
            assertThat(form.files()).singleElement().satisfies(file -> {
                assertThat(file.file().fileName()).isEqualTo(FormBody.OVERFLOW_NAME);
                assertThat(file.content()).content().contains("b".repeat(5_000));
            });
        }
    }

    @Test
    void hands_out_every_text_of_a_name() throws IOException {
        try (var form = read(field("keep", "one"), field("keep", "two"))) {
            assertThat(form.texts("keep")).containsExactly("one", "two");
            assertThat(form.text("keep")).isEqualTo("one");
            assertThat(form.texts("upload")).isEmpty();
        }
    }

    @Test
    void leaves_nothing_on_the_disk() throws IOException {
        Path content;
        try (var form = read(file("a.txt", "paper"))) {
            content = form.files().getFirst().content();
        }

        assertThat(content).doesNotExist();
        assertThat(content.getParent()).doesNotExist();
    }

    @Test
    void refuses_what_no_browser_sends() {
        var cut = "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf";

        assertThatThrownBy(() -> FormBody.read(
                        new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)), TYPE, new Room(places, limit)))
                .isInstanceOf(FormBody.Malformed.class);
        assertThatThrownBy(() -> FormBody.read(
                        new ByteArrayInputStream(new byte[0]), "multipart/form-data", new Room(places, limit)))
                .isInstanceOf(FormBody.Malformed.class);
        assertThatThrownBy(() -> read(
                        IntStream.range(0, 3_000).mapToObj(i -> field("f", "x")).toArray(String[]::new)))
                .isInstanceOf(FormBody.Malformed.class);
    }

    @Test
    void what_people_paste_becomes_plain_before_it_is_looked_at() throws IOException {
        try (var body = read(
                field("answer.2", "one\u000Btwo\r\n\uF0B7\tthree\u0001"),
                field("givenName", "Ada\u000BMaria\t"),
                field("email", "\u200Bmailto:ada@example.org\u00A0"))) {
            var form = Form.posted(List.of("2"), body::text);

            assertThat(form.value("answer.2")).isEqualTo("one\ntwo\n•\tthree");
            assertThat(form.value("givenName")).isEqualTo("Ada Maria");
            assertThat(form.value("email")).isEqualTo("ada@example.org");
        }
    }
}
