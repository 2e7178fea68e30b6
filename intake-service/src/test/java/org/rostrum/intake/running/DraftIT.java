package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.running.RunningIntake.CONSULTATION;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.Json;
import org.rostrum.intake.running.RunningIntake.Multipart;

/** The form against the real store: nothing typed and nothing chosen is lost, whatever goes wrong. */
class DraftIT {
    private static final String PATH = "/consultations/" + CONSULTATION + "/respond";

    private final RunningIntake intake = RunningIntake.shared();
    private final Opened form = open();

    /** A form as a browser has it before it. */
    private record Opened(String token, String key) {
        Multipart press(String button) {
            return press(button, "en", 0);
        }

        Multipart press(String button, String language, int revision) {
            return new Multipart()
                    .field("do", button)
                    .field("draft", token)
                    .field("key", key)
                    .field("round", "first")
                    .field("revision", String.valueOf(revision))
                    .field("lang", language);
        }

        Multipart filled(String button, String answer) {
            return filled(press(button), answer);
        }

        Multipart filled(Multipart pressed, String answer) {
            return pressed.field("answer.2.e", answer)
                    .field("publication", "public")
                    .field("declaration", "true");
        }
    }

    private Opened open() {
        var page = intake.get(PATH + "?round=first").body();
        return new Opened(hidden(page, "draft"), hidden(page, "key"));
    }

    private static String hidden(String page, String name) {
        return page.replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> post(Multipart body) {
        return intake.post(PATH, body, "Origin", intake.url);
    }

    private HttpResponse<String> resume() {
        return intake.get("/drafts/" + form.token());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replaceAll("^https?://[^/]+", "");
    }

    @Test
    void what_was_saved_is_there_after_a_kill_and_lies_sealed_in_the_store() throws Exception {
        var saved = post(form.press("save").field("answer.2.e", "Typed with care: Bandicoot."));
        assertThat(saved.statusCode()).isEqualTo(303);

        intake.killAndStart();

        assertThat(resume().body()).contains("Typed with care: Bandicoot.", "Saved at");
        try (var keys = intake.store.list("drafts/")) {
            assertThat(keys).isNotEmpty().allSatisfy(key -> {
                assertThat(key).doesNotContain(form.token());
                assertThat(new String(intake.store.get(key).orElseThrow(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Bandicoot");
            });
        }
    }

    @Test
    void a_file_sent_straight_into_the_store_is_sealed_into_the_draft_and_sent() throws Exception {
        post(form.press("save").field("answer.2.e", "Numbat"));
        var announced = intake.send(intake.request("/drafts/" + form.token() + "/uploads")
                .header("Content-Type", "application/json")
                .header("Origin", intake.url)
                .POST(BodyPublishers.ofString("{\"fileName\":\"big.txt\",\"size\":11,\"mediaType\":\"text/plain\"}")));
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
        var invitation = Json.mapper().readTree(announced.body());
        var upload = invitation.get("upload").asText();
        var early = post(form.press("autosave", "en", 1).field("upload", upload));
        assertThat(early.statusCode()).as("nothing has arrived yet").isEqualTo(422);

        var put = intake.send(
                HttpRequest.newBuilder(URI.create(invitation.get("url").asText()))
                        .header("Content-Type", "text/plain")
                        .PUT(BodyPublishers.ofString("straight in")));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        for (int i = 0; i < 2; i++) { // the second is a repetition whose answer was lost
            var taken = post(form.press("autosave", "en", 2).field("upload", upload));
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
            assertThat(Json.mapper().readTree(taken.body()).get("files").asInt())
                    .isEqualTo(1);
        }

        assertThat(resume().body()).contains("big.txt");
        try (var clear = intake.store.list("staged/")) {
            assertThat(clear)
                    .noneSatisfy(key -> assertThat(intake.store.get(key).orElseThrow())
                            .isEqualTo("straight in".getBytes(StandardCharsets.UTF_8)));
        }
        var sent = post(form.filled("send", "Numbat"));
        assertThat(intake.get(location(sent)).body()).contains("Your response has arrived", "big.txt");
    }

    @Test
    void a_file_is_kept_through_a_validation_error_and_is_sent() {
        var wrong = post(form.filled("review", "Potoroo")
                .field("email", "not an address")
                .file("attachment", "position.txt", "My position".getBytes(StandardCharsets.UTF_8)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#email\"", "Potoroo", "position.txt", "<title>Error: ");

        var right = post(form.filled(form.press("review", "en", 2), "Potoroo"));
        assertThat(location(right)).endsWith("/review?lang=en");
        assertThat(intake.get(location(right)).body()).contains("Check your answers", "Potoroo", "position.txt");

        var sent = post(form.press("send").field("saved", "true"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(intake.get(location(sent)).body()).contains("Your response has arrived", "position.txt");
        assertThat(resume().body()).contains("This response was sent").doesNotContain("Potoroo", "secret=");
    }

    @Test
    void a_double_click_is_one_submission_and_both_clicks_lead_to_its_receipt() throws Exception {
        post(form.filled("save", "Quokka"));
        Callable<String> click = () -> location(post(form.press("send").field("saved", "true")));

        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(java.util.List.of(click, click)).stream()
                    .map(reached -> {
                        try {
                            return reached.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .collect(Collectors.toSet());
            assertThat(both).hasSize(1).allMatch(place -> place.contains("/receipt?secret="));
        }
    }

    @Test
    void whoever_has_only_the_link_does_not_get_the_secret() {
        post(form.filled("save", "Numbat"));
        post(form.press("send").field("saved", "true"));
        var stranger = new Opened(form.token(), UUID.randomUUID().toString());

        var again = post(stranger.press("send").field("saved", "true"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("This response was sent").doesNotContain("secret=");
    }

    @Test
    void two_windows_keep_each_others_words() throws Exception {
        post(form.press("save").field("answer.2.e", "from the phone"));

        var other = json(post(
                form.press("autosave").field("answer.2.e", "from the laptop").field("text", "more")));

        assertThat(other.get("conflict").asBoolean()).isTrue();
        assertThat(resume().body()).contains("from the phone", "from the laptop", "more", "Use the other text");
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.mapper().readTree(response.body());
    }

    /** 94 boxes of 200,000 characters each: a heap of 256 MB takes it, and every word is still there. */
    @Test
    void a_form_that_is_too_large_goes_into_a_file_instead_of_nowhere() throws Exception {
        var large = form.filled("save", "first words " + "x".repeat(200_000 - 12));
        for (int i = 0; i < 20; i++) {
            large.field(i % 2 == 0 ? "text" : "summary", "Wallaby " + "y".repeat(3_000_000));
        }

        var kept = post(large);

        assertThat(kept.statusCode()).isEqualTo(413);
        assertThat(kept.body()).contains("Your texts together are too large", "long-answers.txt", "first words");
        assertThat(resume().body()).contains("long-answers.txt");
    }

    @Test
    void a_closed_round_keeps_the_draft_says_what_happened_and_hands_the_text_out() {
        var late = post(new Multipart()
                .field("do", "send")
                .field("draft", form.token())
                .field("key", form.key())
                .field("round", "past")
                .field("lang", "en")
                .field("answer.2.e", "Too late: Kowari.")
                .field("publication", "public")
                .field("declaration", "true"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("The round has closed while you were writing", "1 February 2024", "Too late: Kowari.");
        assertThat(resume().body()).contains("Too late: Kowari.").doesNotContain("value=\"review\"");
        assertThat(intake.get("/drafts/" + form.token() + "/answers.txt").body())
                .contains("2.e", "IPv6", "Too late: Kowari.");
    }

    @Test
    void no_invisible_character_of_a_word_processor_refuses_a_form() {
        var pasted =
                "\uFEFF“Smart”\u00A0quotes\u000Bvertical tab\u000Cnew page\u00ADsoft\n\uF0B7\tbullet \u0001\u001F e\u0301 😀";

        var sent = post(form.filled("send", pasted)
                .field("givenName", "Ada\u000BMaria\t")
                .field("email", "\u200Bada@example.org\u00A0"));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    }

    @Test
    void a_draft_that_is_not_there_says_what_to_do() {
        var missing = intake.get("/drafts/" + "A".repeat(32));

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is no draft at this address");
        assertThat(intake.get("/drafts/short").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "zh", "ru"})
    void nothing_but_the_organisers_words_is_english_on_a_page_in_another_script(String language) {
        var lang = "?lang=" + language;
        post(form.press("save", language, 0).field("answer.2.e", "١٢٣").field("email", "x"));
        var faulty = post(new Opened(form.token(), form.key())
                .press("review", language, 0)
                .file("attachment", "position.txt", new byte[0]));
        var pages = Stream.of(
                        "/",
                        "/consultations/" + CONSULTATION,
                        PATH,
                        "/submissions",
                        "/drafts/" + form.token(),
                        "/drafts/none")
                .map(path -> intake.get(path + lang).body());

        assertThat(Stream.concat(pages, Stream.of(faulty.body(), missing(language))))
                .allSatisfy(page -> {
                    assertThat(page).contains("<html lang=\"" + language + "\"");
                    assertThat(EnglishWords.shownOn(page)).isEmpty();
                });
    }

    private String missing(String language) {
        return intake.get("/nowhere?lang=" + language, "Accept", "text/html").body();
    }
}
