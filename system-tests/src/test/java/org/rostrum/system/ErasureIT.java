package org.rostrum.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A submission that is public is erased: what is left of it, anywhere, and what everybody is told who comes back to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So soon everything public follows an erasure. */
    private static final Duration SECONDS = Duration.ofSeconds(15);
    /** What only the erased submission says: in its texts, its file, its file's name, and of its respondent. */
    private static final List<String> WORDS = List.of(
            "Tarsipes", "Dibblerish", "Pademelon", "Hildegunde", "Nachtpfauenauge", "Moth Watchers", "hildegunde@");

    private final RunningSystem system = RunningSystem.shared();
    private final Traces traces = new Traces(system);
    private final Chromium chromium = new Chromium();

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    private static ObjectNode hildegundes(String words) {
        var submission = Respondents.submission("public", Map.of("1", words));
        submission
                .putObject("respondent")
                .put("givenName", "Hildegunde")
                .put("familyName", "Nachtpfauenauge")
                .put("organisation", "Moth Watchers")
                .put("country", "CH")
                .put("stakeholderGroup", "Civil society")
                .put("email", "hildegunde@moths.example");
        return submission;
    }

    @Test
    void everything_of_it_is_gone_everywhere_and_only_that_it_was_erased_stays() throws Exception {
        var consultation = Consultations.define(system, "erased");
        var actors = new Actors(system, consultation);
        var stays = published(
                actors, Respondents.submission("public", Map.of("1", "Bettongia stays.")), "key-of-" + consultation);
        var key = Respondents.newKey();
        var receipt = published(
                actors,
                hildegundes("Tarsipes networks."),
                key,
                new Http.File("pademelon.txt", "text/plain", "The Dibblerish minutes.".getBytes(UTF_8)));
        var reference = referenceOf(receipt);
        actors.amend(receipt, hildegundes("Tarsipes networks, amended."));
        actors.waitForCase(reference, 2);
        assertThat(traces.inBuckets("Tarsipes"))
                .as("the search finds what is there")
                .isNotEmpty();
        assertThat(traces.inTables("Nachtpfauenauge")).isNotEmpty();
        assertThat(PublicFace.of(system, consultation).addressesWith("Tarsipes"))
                .isNotEmpty();

        eraseByPage(reference);

        await().atMost(SECONDS).ignoreExceptions().untilAsserted(() -> {
            assertThat(Http.get(actors.site() + "/contributions/" + reference).status())
                    .isEqualTo(410);
            assertThat(Http.get(actors.contributionsUrl() + "/" + reference).status())
                    .isEqualTo(410);
            assertThat(Http.get(actors.site() + "/feed.atom").text())
                    .contains("deleted-entry", "Bettongia")
                    .doesNotContain("Tarsipes");
            for (var format : new String[] {"docx", "pdf", "html", "json"}) {
                assertThat(Http.get(actors.site() + "/rounds/open/compilation." + format)
                                .status())
                        .isEqualTo(200);
            }
            assertThat(new String(actors.compilation("json"), UTF_8))
                    .contains(referenceOf(stays))
                    .doesNotContain(reference);
        });
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> actors.lookAtCase(reference)
                        .json()
                        .path("state")
                        .asText()
                        .equals("erased"));
        for (var word : WORDS) {
            assertThat(PublicFace.of(system, consultation).addressesWith(word))
                    .as("public: " + word)
                    .isEmpty();
            assertThat(PublicFace.filesWith(system, word))
                    .as("topics and logs: " + word)
                    .isEmpty();
            assertThat(traces.inBuckets(word)).as("buckets: " + word).isEmpty();
            assertThat(traces.inTables(word)).as("tables: " + word).isEmpty();
        }
        assertThat(round(actors).path("erased").asInt()).isEqualTo(1);
        assertThat(round(actors).path("published").asInt()).isEqualTo(1);
        assertThat(round(actors).path("received").asInt()).isEqualTo(2);
        assertThat(round(actors).path("balances").asBoolean()).isTrue();
        everybodyIsTold(actors, receipt, key);
        staffSeeOnlyThatItWasErased(actors, reference);
    }

    private void eraseByPage(String reference) {
        for (int width : new int[] {1280, 320}) {
            try (var window = chromium.window(width, true)) {
                var page = window.page();
                logIn(page, "manager", system.intake() + "/manage");
                page.navigate(system.intake() + "/manage/erasures");
                lookAt(window, "erasures-" + width);
                Keyboard.type(page, "reference", reference.toLowerCase(Locale.ROOT));
                Keyboard.press(page, "Find it");
                if (width == 1280) {
                    erase(window, reference);
                } else {
                    assertThat(page.locator("h1")).hasText(reference + " was erased");
                    lookAt(window, "erased-320");
                }
            }
        }
    }

    private static void erase(Chromium.Window window, String reference) {
        var page = window.page();
        assertThat(page.locator("h1")).hasText("Erase " + reference + " for good?");
        assertThat(page.locator("body")).not().containsText("Tarsipes");
        lookAt(window, "erase-1280");
        Keyboard.press(page, "Erase it for good");
        assertThat(page.locator(".r-error-summary")).isFocused();
        lookAt(window, "erase-faults-1280");
        page.locator("#ground-respondent-asked").check();
        Keyboard.type(page, "fileNumber", "DSR-2026/14");
        Keyboard.type(page, "again", reference);
        Keyboard.press(page, "Erase it for good");
        assertThat(page.locator("h1")).hasText(reference + " was erased");
        assertThat(page.locator("main")).containsText("DSR-2026/14");
        lookAt(window, "erased-1280");
    }

    private void everybodyIsTold(Actors actors, JsonNode receipt, String key) throws Exception {
        var reference = referenceOf(receipt);
        var again = actors.send(hildegundes("Tarsipes networks."), key);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.json().path("type").asText()).isEqualTo("urn:rostrum:problem:erased");
        assertThat(again.text()).contains(reference).doesNotContain("Tarsipes");
        assertThat(traces.inBuckets("Tarsipes")).isEmpty();

        var link = system.intake() + "/submissions/" + reference + "?secret="
                + receipt.get("secret").asText();
        try (var window = chromium.window(320, true)) {
            var answer = window.page().navigate(link + "&lang=ar");
            assertThat(answer.status()).isEqualTo(410);
            window.picture("erased-status-ar-320");
            assertThat(window.accessibilityProblems()).isEmpty();
            assertThat(window.isWiderThanTheWindow()).isFalse();
        }

        var file = Files.createTempFile("receipt", ".json");
        Files.writeString(file, receipt.toString());
        var verified =
                system.run("verify", file.toString(), "--state", system.state().toString());
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    private void staffSeeOnlyThatItWasErased(Actors actors, String reference) {
        assertThat(actors.clear(reference, 2).status()).isEqualTo(409);
        assertThat(actors.withhold(reference, "Too late.").status()).isEqualTo(409);
        var seen = actors.lookAtCase(reference).text();
        assertThat(WORDS).noneMatch(seen::contains);
        for (int width : new int[] {1280, 320}) {
            try (var window = chromium.window(width, true)) {
                logIn(window.page(), "staff", system.processing() + "/");
                window.page().navigate(system.processing() + "/cases/" + reference);
                assertThat(window.page().locator("main")).containsText("Erased for good");
                lookAt(window, "case-erased-" + width);
            }
        }
    }

    @Test
    void what_was_withheld_is_erased_with_the_reason_that_its_respondent_read() throws Exception {
        var consultation = Consultations.define(system, "erased-withheld");
        var actors = new Actors(system, consultation);
        var receipt = actors.submit(hildegundes("Tarsipes, never cleared."));
        var reference = referenceOf(receipt);
        actors.waitForCase(reference);
        assertThat(actors.withhold(reference, "Numbatish words.").status()).isBetween(200, 204);
        await().atMost(PATIENCE).until(() -> actors.stateToldTo(receipt).equals("withheld"));
        assertThat(traces.inTables("Numbatish")).hasSizeGreaterThan(1);

        var erased = actors.erase(reference, "not-their-own");

        assertThat(erased.status()).as(erased.toString()).isIn(201, 202);
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(round(actors).path("erased").asInt()).isEqualTo(1);
            assertThat(round(actors).path("balances").asBoolean()).isTrue();
            for (var word : List.of("never cleared", "Numbatish")) {
                assertThat(traces.inTables(word)).isEmpty();
                assertThat(traces.inBuckets(word)).isEmpty();
            }
        });
        assertThat(Http.get(actors.site() + "/contributions/" + reference).status())
                .as("it never was public")
                .isEqualTo(404);
    }

    private static JsonNode published(Actors actors, ObjectNode submission, String key, Http.File... files) {
        var answer = actors.send(submission, key, files);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var reference = referenceOf(answer.json());
        actors.waitForCase(reference);
        assertThat(actors.clear(reference).status()).isBetween(200, 204);
        actors.waitUntilPublished(reference);
        actors.waitUntilCompiled(reference);
        return answer.json();
    }

    private static String referenceOf(JsonNode receipt) {
        return receipt.get("reference").asText();
    }

    private static JsonNode round(Actors actors) {
        return actors.accounting().path("rounds").get(0);
    }

    private void logIn(Page page, String role, String address) {
        var login = system.userWithRole(role);
        page.navigate(address);
        page.locator("#username").fill(login.name());
        page.locator("#password").fill(login.password());
        page.locator("#kc-login").click();
        page.waitForURL(address + "**");
    }

    private static void lookAt(Chromium.Window window, String name) {
        window.picture(name);
        assertThat(window.accessibilityProblems()).as(name).isEmpty();
        assertThat(window.isWiderThanTheWindow()).as(name + " scrolls sideways").isFalse();
        assertThat(window.complaints()).as(name).isEmpty();
    }
}
