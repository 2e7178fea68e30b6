package org.rostrum.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People in the middle of a flood: with a script their browser works for them, without one they wait; nobody loses a word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChallengeIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static final Pattern SOLVED = Pattern.compile(".*~[0-9.]+");
    private static final LocatorAssertions.HasValueOptions SOON =
            new LocatorAssertions.HasValueOptions().setTimeout(60_000);

    private final RunningSystem system = RunningSystem.shared();
    private final Chromium chromium = new Chromium();
    private String consultation = "unset";

    @BeforeAll
    void define_a_consultation_and_flood_it() throws Exception {
        consultation = Consultations.defineSoonFlooded(system, "flooded");
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    /** Whoever is asked for work counts as well, so this holds for a minute. */
    private void flood() {
        var url = system.intake() + "/api/v1/consultations/" + consultation + "/rounds/open/submissions";
        var json = Respondents.submission("public", Map.of("1", "One of many.")).toString();
        for (int i = 0; i < 3; i++) {
            Http.postJson(url, json, "Idempotency-Key", UUID.randomUUID().toString());
        }
    }

    private void fillInAndSend(Page page, String language, String text) {
        flood();
        page.navigate(system.intake() + "/consultations/" + consultation + "/respond?round=open&lang=" + language);
        page.locator("[id='answer.1']").fill(text);
        page.locator("#anonymous").check();
        page.locator("#declaration").check();
        page.locator("#review").click();
        page.locator("#send").click();
    }

    @Test
    void a_browser_with_script_does_the_work_and_sends_by_itself() {
        try (var window = chromium.window(1280, true)) {
            var posts = new ArrayList<Integer>();
            window.page().onResponse(answer -> {
                if (answer.request().method().equals("POST") && answer.url().endsWith("/respond")) {
                    posts.add(answer.status());
                }
            });

            fillInAndSend(window.page(), "en", "In the middle of a flood: Potoroo.");

            assertThat(window.page().locator("main")).containsText("Your response has arrived", PATIENTLY);
            assertThat(posts).containsSubsequence(429, 303);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void whoever_goes_on_writing_is_not_interrupted_and_presses_the_button_themselves() {
        try (var window = chromium.window(1280, true)) {
            var page = window.page();
            page.addInitScript(
                    "addEventListener('DOMContentLoaded', () => { const box = document.getElementById('challenge');"
                            + " if (box) document.getElementById('form').dispatchEvent(new Event('input')); });");

            fillInAndSend(page, "en", "First thought.");
            assertThat(page.locator("#challenge-status")).containsText("Wait");
            page.locator("[id='answer.1']").fill("Second thought: Bettong.");
            assertThat(page.locator("#challenge-response")).hasValue(SOLVED, SOON);
            page.locator("#send-again").click();

            assertThat(page.locator("main")).containsText("Your response has arrived", PATIENTLY);
        }
    }

    @Test
    void where_the_script_does_not_load_every_language_tells_how_to_wait_on_a_phone_and_a_desk() {
        for (int width : List.of(320, 1280)) {
            try (var window = chromium.window(width, true)) {
                var page = window.page();
                page.route("**/challenge.js", Route::abort);
                for (var language : List.of("en", "fr", "es", "ar", "zh", "ru")) {
                    fillInAndSend(page, language, "Patiently: Numbat.");

                    assertThat(page.locator("html")).hasAttribute("lang", language);
                    assertThat(page.locator("#send-again")).isVisible();
                    assertThat(page.locator("#challenge-progress")).isHidden();
                    window.picture("challenge-" + language + "-" + width);
                    assertThat(window.accessibilityProblems())
                            .as(language + " at " + width)
                            .isEmpty();
                    assertThat(window.isWiderThanTheWindow())
                            .as(language + " at " + width)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void without_a_script_pressing_too_early_asks_again_and_everything_is_still_there() {
        try (var window = chromium.window(1280, false)) {
            var page = window.page();
            fillInAndSend(page, "en", "Impatiently: Numbat.");
            assertThat(page.locator("#challenge")).containsText("Wait");

            page.locator("#send-again").click();

            assertThat(page.locator("#challenge")).containsText("Wait");
            assertThat(page.locator("[id='answer.1']")).hasValue("Impatiently: Numbat.");
        }
    }
}
