package org.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rostrum.hostile.HostileFiles;

/** Texts that deceive, choke or call home, sent to the running system; a listener must see nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int MEBIBYTE = 1 << 20;
    /** The service's heap is 512 MB. */
    private static final long MOST_RESIDENT_KIB = 1_200 * 1024;

    private final RunningSystem system = RunningSystem.shared();
    private final Callers callers = Callers.listening();
    private Actors actors = new Actors(system, "unset");
    private String consultation = "unset";

    @BeforeAll
    void define_a_consultation() throws IOException {
        consultation = Consultations.define(system, "texts");
        actors = new Actors(system, consultation);
    }

    @AfterAll
    void nobody_was_called() {
        assertThat(callers.heard()).isZero();
    }

    private static ObjectNode answering(String words) {
        return Respondents.submission("public", Map.of("1", words));
    }

    private static Http.File text(String words) {
        return new Http.File("letter.txt", "text/plain", words.getBytes(StandardCharsets.UTF_8));
    }

    private static String reference(JsonNode receipt) {
        return receipt.get("reference").asText();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private Http.Answer clearHavingSeen(String reference, List<String> kinds) {
        return Http.postJson(
                actors.casesUrl() + "/" + reference + "/clearances",
                kinds.stream()
                        .map(kind -> '"' + kind + '"')
                        .collect(Collectors.joining(",", "{\"version\":1,\"seen\":[", "]}")),
                "Authorization",
                actors.bearer());
    }

    private void publish(String reference) {
        var exposed = texts(actors.waitForCase(reference).get("exposed"));
        assertThat(clearHavingSeen(reference, exposed).status()).isEqualTo(200);
        actors.waitUntilPublished(reference);
        actors.waitUntilCompiled(reference);
    }

    @Test
    void hostile_50_hidden_characters_are_flagged_with_their_place_and_kept_and_hide_nothing() {
        var plain = "Numbat voices pay attention to wilhelmina@lakeside.example today.";
        var hidden = "Numbat voices \u202Epay\u202C att" + "\u0334\u0352\u0330\u0345\u0310\u0334\u0352\u0330\u0345"
                + "ention to wilhel\u200Bmina@lake\u2060side.example today." + "\uDB40\uDC65\uDB40\uDC76\uDB40\uDC69";
        var reference = reference(actors.submit(answering(hidden)));

        var filed = actors.waitForCase(reference);

        var source = filed.at("/sources/0/text").asText();
        assertThat(source).as("nothing is lost").contains("\u202E", "\u200B", "\u2060", "\uDB40\uDC65", "\u0352");
        assertThat(filed.get("findings"))
                .filteredOn(finding -> finding.get("kind").asText().equals("hidden-characters"))
                .hasSizeGreaterThanOrEqualTo(4)
                .anySatisfy(finding ->
                        assertThat(source.charAt(finding.get("start").asInt())).isEqualTo('\u202E'));
        assertThat(filed.get("findings"))
                .filteredOn(finding -> finding.get("kind").asText().equals("email"))
                .singleElement()
                .satisfies(finding -> assertThat(source.substring(
                                finding.get("start").asInt(), finding.get("end").asInt()))
                        .isEqualTo("wilhel\u200Bmina@lake\u2060side.example"));
        assertThat(actors.clear(reference).status()).as("nobody has looked").isEqualTo(409);
        publish(reference);
        var page = Http.get(actors.site() + "/contributions/" + reference).text();
        assertThat(page).contains("Numbat voices").doesNotContain("lakeside.example", "side.example");
        assertThat(plain).doesNotContain("\u202E");
    }

    /** Each takes a pattern or a loop that looks back or ahead to its limit. */
    private static Stream<String> choking() {
        return Stream.of(
                        "a@",
                        "7",
                        "12 345 ",
                        "a.",
                        "ab-\n",
                        "\"a",
                        "Mr Smith ",
                        "1.1.1.",
                        "[at]",
                        "w",
                        "x\u0301",
                        "- \n",
                        "Q1: ")
                .map(piece -> piece.repeat(MEBIBYTE / piece.length()));
    }

    @Test
    void hostile_54_56_texts_that_choke_patterns_and_texts_without_end_are_read_or_set_aside_and_delay_nobody()
            throws IOException {
        long pid = processing();
        var sent = new ArrayList<String>();
        choking().forEach(text -> sent.add(reference(actors.submit(answering("Short words."), text(text)))));
        sent.add(reference(actors.submit(answering("A word."), text("w".repeat(MEBIBYTE)))));
        sent.add(reference(actors.submit(answering("Lines."), text("line\n\n".repeat(200_000)))));
        sent.add(reference(actors.submit(answering("Lines."), text("Line that goes on\n".repeat(100_000)))));
        var endless = reference(actors.submit(answering("No end."), text("more ".repeat(2 * MEBIBYTE))));
        var typed = reference(actors.submit(answering("w".repeat(200_000))));
        var honest = reference(actors.submit(answering("An honest answer behind them: Chuditch.")));

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(withStaff()).containsAll(sent));
        assertThat(actors.waitForCase(honest).toString()).contains("Chuditch");
        assertThat(actors.waitForCase(typed).get("state").asText()).isEqualTo("with-staff");
        assertThat(actors.waitForCase(endless).at("/attachments/0/reason").asText())
                .isEqualTo("too-large");
        assertThat(processing()).as("the service was not restarted").isEqualTo(pid);
        assertThat(residentKib(pid)).isLessThan(MOST_RESIDENT_KIB);
    }

    @Test
    void hostile_55_what_identifies_people_is_not_cleared_until_seen_and_what_is_withheld_is_nowhere_public()
            throws Exception {
        var account = "DE89 3704 0044 0532 0130 00";
        var telephone = "+41 22 730 61 11";
        var words =
                "Potoroo fees go to %s; call %s or write to treasurer@potoroo.example.".formatted(account, telephone);
        var withheld = reference(actors.submit(answering(words)));
        var cleared = reference(actors.submit(
                answering("Bettong members: write to treasurer@bettong.example, they answer to everybody.")));
        var view = actors.waitForCase(withheld);

        assertThat(texts(view.get("exposed"))).containsExactlyInAnyOrder("bank-account", "telephone");
        assertThat(view.get("findings"))
                .extracting(finding -> finding.get("kind").asText())
                .containsExactlyInAnyOrder("bank-account", "telephone", "email");
        for (var seen : List.of(List.<String>of(), List.of("telephone"), List.of("bank-account", "email"))) {
            var refused = clearHavingSeen(withheld, seen);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("type").asText()).isEqualTo("urn:rostrum:problem:flags-unseen");
        }
        assertThat(actors.withhold(withheld, "Please send it without account and number.")
                        .status())
                .isEqualTo(200);
        publish(cleared);

        var face = PublicFace.of(system, consultation);
        assertThat(face.addressesWith("Bettong members")).isNotEmpty();
        for (var secret : List.of(account, telephone, "treasurer@potoroo.example", "treasurer@bettong.example")) {
            assertThat(face.addressesWith(secret)).as(secret).isEmpty();
            assertThat(PublicFace.filesWith(system, secret)).as(secret).isEmpty();
        }
    }

    @Test
    void hostile_64_addresses_in_texts_and_files_are_never_called() throws Exception {
        var there = "http://127.0.0.1:" + callers.port() + "/";
        var html = "<html><head><link rel=stylesheet href='%1$sa.css'><script src='%1$sb.js'></script></head><body>"
                        .formatted(there)
                + "<p>Quokka pages link to <a href='%1$sc'>%1$sc</a>.</p><img src='%1$sd.png'><iframe src='%1$se'></iframe>"
                        .formatted(there);
        var files = new ArrayList<Http.File>();
        files.add(new Http.File("page.html", "text/html", (html + "</body></html>").getBytes(StandardCharsets.UTF_8)));
        new HostileFiles(callers.port())
                .all()
                .filter(file -> file.number() == 27 && file.name().endsWith(".docx"))
                .limit(2)
                .forEach(file -> files.add(new Http.File(file.name(), "application/octet-stream", file.content())));
        assertThat(files).hasSizeGreaterThan(1);

        var reference = reference(actors.submit(
                answering("See %s and <img src=\"%sx.png\"> and [this](%sy).".formatted(there, there, there)),
                files.toArray(Http.File[]::new)));
        publish(reference);
        var page = Http.get(actors.site() + "/contributions/" + reference).text();
        for (var format : List.of("docx", "pdf", "html", "json")) {
            assertThat(actors.compilation(format)).isNotEmpty();
        }

        assertThat(page).contains("Quokka pages").doesNotContain("<img src=\"http://127.0.0.1");
        assertThat(callers.heard()).isZero();
    }

    /** By the list: the cases themselves are megabytes. */
    private List<String> withStaff() {
        var answer = Http.get(
                actors.casesUrl() + "?limit=200&state=with-staff&consultation=" + consultation,
                "Authorization",
                actors.bearer());
        return StreamSupport.stream(answer.json().get("cases").spliterator(), false)
                .map(HostileTextsIT::reference)
                .toList();
    }

    private long processing() throws IOException {
        var file = Files.readString(system.state().resolve("run/processing.pid"));
        return Long.parseLong(file.strip().split("\\s+", 2)[0]);
    }

    private static long residentKib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
