package org.rostrum.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What staff see of a round as a whole, in a real browser: campaigns, what to look at next, what was filed elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffPagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSystem system = RunningSystem.shared();
    private final Chromium chromium = new Chromium();
    private Actors actors = new Actors(system, "unset");
    private String consultation = "unset";

    @BeforeAll
    void letters_come() throws Exception {
        consultation = Consultations.define(system, "pages");
        actors = new Actors(system, consultation);
        for (int i = 0; i < 2; i++) {
            sent("We who sign this letter ask for lighthouses on every island of the northern coast.");
        }
        sent("Ferries to the smaller islands leave before the post arrives, call +41 22 730 51 11.");
        sent("السفن تنتظر عند الجسر إحدى عشرة ساعة في المتوسط كل يوم.");
    }

    private String sent(String letter) {
        var receipt = actors.submit(
                Respondents.submission("public", Map.of("1", "See our letter.")),
                new Http.File("letter.txt", "text/plain", letter.getBytes(UTF_8)));
        var reference = receipt.get("reference").asText();
        actors.waitForCase(reference);
        return reference;
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    private String dashboard(String path) {
        return system.processing() + path;
    }

    private String next() {
        return "/rounds/" + consultation + "/open/next";
    }

    private JsonNode asked() {
        return Http.get(dashboard("/api/v1" + next()), "Authorization", actors.bearer())
                .json()
                .get("passages");
    }

    private void logIn(Page page) {
        var login = system.userWithRole("staff");
        page.navigate(dashboard("/"));
        page.locator("#username").fill(login.name());
        page.locator("#password").fill(login.password());
        page.locator("#kc-login").click();
        page.waitForURL(dashboard("/**"));
    }

    private static void lookAt(Chromium.Window window, String name) {
        window.picture(name);
        assertThat(window.accessibilityProblems()).as(name).isEmpty();
        assertThat(window.isWiderThanTheWindow()).as(name + " scrolls sideways").isFalse();
        assertThat(window.complaints()).as(name).isEmpty();
    }

    private void lookAt(Chromium.Window window, String path, String name) {
        window.page().navigate(dashboard(path));
        lookAt(window, name);
    }

    @Test
    void pages_of_campaigns_and_rounds_are_accessible_and_fit_a_narrow_window() {
        var campaign = await().atMost(PATIENCE)
                .until(
                        () -> Http.get(
                                        dashboard("/api/v1/campaigns?consultation=" + consultation),
                                        "Authorization",
                                        actors.bearer())
                                .json()
                                .at("/campaigns/0/wording")
                                .asText(),
                        wording -> !wording.isEmpty());
        for (int width : new int[] {1280, 320}) {
            try (var window = chromium.window(width, true)) {
                logIn(window.page());
                lookAt(window, "/campaigns?consultation=" + consultation, "campaigns-" + width);
                lookAt(window, "/campaigns/" + consultation + "/open/" + campaign, "campaign-" + width);
                lookAt(window, "/rounds", "rounds-" + width);
                lookAt(window, next(), "next-" + width);
                lookAt(window, "/rounds/" + consultation + "/open/refilings", "refilings-" + width);
                var flagged = StreamSupport.stream(asked().spliterator(), false)
                        .filter(passage -> passage.get("text").asText().contains("730 51 11"))
                        .findFirst();
                flagged.ifPresent(passage ->
                        lookAt(window, "/cases/" + passage.get("reference").asText(), "flagged-case-" + width));
            }
        }
    }

    @Test
    void campaigns_are_opened_and_members_reached_with_the_keyboard_alone() {
        try (var window = chromium.window(1280, true)) {
            var page = window.page();
            logIn(page);
            Keyboard.press(page, "Campaigns");
            assertThat(page.locator("h1")).hasText("Campaigns");
            page.navigate(dashboard("/campaigns?consultation=" + consultation));
            Keyboard.press(page, page.locator("tbody th a").first().innerText().strip());

            assertThat(page.locator("main")).containsText("lighthouses on every island");
            lookAt(window, "campaign-by-keyboard");
        }
    }

    /** In a window that runs no scripts, too: the buttons are forms. */
    @Test
    void what_is_asked_is_settled_with_the_keyboard_alone_and_not_asked_again() {
        for (boolean scripts : new boolean[] {true, false}) {
            var first = asked().get(0);
            var text = first.get("text").asText();
            try (var window = chromium.window(320, scripts)) {
                var page = window.page();
                logIn(page);
                page.navigate(dashboard(next()));
                assertThat(page.locator("#card-1 blockquote")).containsText(beforeAnyFinding(first));
                var confirm = page.locator("#card-1 form button")
                        .first()
                        .textContent()
                        .strip();
                if (scripts) {
                    Keyboard.press(page, confirm);
                } else {
                    page.locator("#card-1 form button").first().focus();
                    page.keyboard().press("Enter");
                }

                assertThat(page.locator("[role=status]")).containsText("The filing is confirmed by you");
                lookAt(window, scripts ? "next-settled" : "next-settled-without-scripts");
            }
            assertThat(asked())
                    .noneMatch(passage -> passage.get("text").asText().equals(text));
            var kept = actors.lookAtCase(first.get("reference").asText()).json();
            assertThat(kept.get("passages"))
                    .filteredOn(passage -> passage.get("id")
                            .asText()
                            .equals(first.get("passage").asText()))
                    .singleElement()
                    .satisfies(passage -> {
                        assertThat(passage.get("confirmed").asBoolean()).isTrue();
                        assertThat(passage.get("items")).isEqualTo(first.get("items"));
                    });
        }
    }

    /** Findings are marked and named in the text, so only what stands before them is as it was sent. */
    private static String beforeAnyFinding(JsonNode passage) {
        var text = passage.get("text").asText();
        int finding = text.indexOf("+41");
        return finding < 0 ? text : text.substring(0, finding).strip();
    }

    /** The box to tick is required; whoever gets around that is refused by the service. */
    @Test
    void hostile_55_the_page_refuses_to_clear_what_nobody_has_looked_at_and_shows_where_it_is() {
        var reference = sent("Fees go to CH93 0076 2011 6238 5295 7 from now on.");
        try (var window = chromium.window(1280, true)) {
            var page = window.page();
            logIn(page);
            page.navigate(dashboard("/cases/" + reference));
            assertThat(page.locator("article mark.d-flag")).hasText("Bank account (IBAN): CH93 0076 2011 6238 5295 7");
            page.evaluate("document.querySelectorAll('[name=seen]').forEach(box => box.required = false)");
            var clear = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear for publication"));

            var answer = page.waitForResponse(response -> response.url().endsWith("/clearances"), clear::click);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(page.locator(".r-error-summary")).containsText("bank account (IBAN)");
            lookAt(window, "flags-unseen");
            assertThat(actors.lookAtCase(reference).json().get("state").asText())
                    .isEqualTo("with-staff");
            page.locator("#seen-bank-account").check();
            clear.click();
            assertThat(page.locator("[role=status]").first()).containsText("Cleared for publication");
        }
    }
}
