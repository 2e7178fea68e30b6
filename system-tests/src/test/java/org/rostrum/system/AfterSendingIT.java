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
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What respondents do after sending, on the running system: what staff see of it, and what is public. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AfterSendingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So soon everything public follows a withdrawal. */
    private static final Duration SECONDS = Duration.ofSeconds(15);

    private final RunningSystem system = RunningSystem.shared();
    private final Chromium chromium = new Chromium();

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    private static String referenceOf(JsonNode receipt) {
        return receipt.get("reference").asText();
    }

    private static JsonNode published(Actors actors, String words) {
        var receipt = actors.submit(Respondents.submission("public", Map.of("1", words)));
        var reference = referenceOf(receipt);
        actors.waitForCase(reference);
        assertThat(actors.clear(reference).status()).isBetween(200, 204);
        actors.waitUntilPublished(reference);
        actors.waitUntilCompiled(reference);
        return receipt;
    }

    @Test
    void a_newer_version_replaces_the_published_one_once_it_is_cleared() throws Exception {
        var actors = new Actors(system, Consultations.define(system, "amended"));
        var receipt = published(actors, "Quoll networks first.");
        var reference = referenceOf(receipt);
        var page = actors.site() + "/contributions/" + reference;

        actors.amend(
                receipt, Respondents.submission("public", Map.of("1", "Quoll networks first.", "3", "Kowari second.")));
        var seen = actors.waitForCase(reference, 2);

        assertThat(seen.at("/changes/differences/1/change").asText()).isEqualTo("added");
        assertThat(Http.get(page).text()).contains("Quoll").doesNotContain("Kowari");
        assertThat(actors.clear(reference, 1).status()).isEqualTo(409);
        lookAtTheNewVersion(reference);
        assertThat(actors.clear(reference, 2).status()).isBetween(200, 204);

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> Http.get(page).text().contains("replaces version 1"));
        assertThat(Http.get(page).text()).contains("Quoll", "Kowari");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> new String(actors.compilation("json"), UTF_8).contains("Kowari"));
        assertThat(actors.publishedReferences()).containsExactly(reference);
    }

    private void lookAtTheNewVersion(String reference) {
        for (int width : new int[] {1280, 320}) {
            try (var window = chromium.window(width, true)) {
                logIn(window.page());
                window.page().navigate(system.processing() + "/cases/" + reference);
                assertThat(window.page().getByText("Added: passage 2")).isVisible();
                lookAt(window, "case-amended-" + width);
            }
        }
    }

    @Test
    void a_withdrawn_one_is_gone_everywhere_within_seconds() throws Exception {
        var actors = new Actors(system, Consultations.define(system, "withdrawn"));
        var receipt = published(actors, "Numbat withdrawn.");
        var reference = referenceOf(receipt);

        actors.withdraw(receipt);

        await().atMost(SECONDS).ignoreExceptions().untilAsserted(() -> {
            assertThat(Http.get(actors.site() + "/contributions/" + reference).status())
                    .isEqualTo(410);
            assertThat(Http.get(actors.contributionsUrl() + "/" + reference).status())
                    .isEqualTo(410);
            assertThat(Http.get(actors.site() + "/feed.atom").text())
                    .contains("deleted-entry")
                    .doesNotContain("Numbat");
            assertThat(Http.get(actors.site() + "/feed.json").text()).doesNotContain("Numbat");
            for (var format : new String[] {"docx", "pdf", "html", "json"}) {
                assertThat(Http.get(actors.site() + "/rounds/open/compilation." + format)
                                .status())
                        .isEqualTo(200);
            }
        });
        assertThat(PublicFace.of(system, consultationOf(actors)).addressesWith("Numbat"))
                .isEmpty();
        assertThat(round(actors).path("withdrawn").asInt()).isEqualTo(1);
        assertThat(round(actors).path("published").asInt()).isZero();
        assertThat(round(actors).path("balances").asBoolean()).isTrue();
        await().atMost(PATIENCE)
                .until(() ->
                        actors.waitForCase(reference).path("state").asText().equals("withdrawn"));
        assertThat(actors.lookAtCase(reference).text()).doesNotContain("Numbat", "Quastenflosser");
        assertThat(actors.clear(reference).status()).isEqualTo(409);
        try (var window = chromium.window(320, true)) {
            logIn(window.page());
            window.page().navigate(system.processing() + "/cases/" + reference);
            lookAt(window, "case-withdrawn-320");
            window.page().navigate(actors.site() + "/contributions/" + reference);
            lookAt(window, "site-withdrawn-320");
        }
    }

    @Test
    void a_late_one_is_marked_on_every_page_and_printed_in_the_addendum() throws Exception {
        var actors = new Actors(system, Consultations.defineLate(system, "late"));
        var receipt = actors.submit(Respondents.submission("public", Map.of("1", "Bettong came late.")));
        var reference = referenceOf(receipt);

        assertThat(receipt.path("flags").toString()).contains("late");
        assertThat(actors.waitForCase(reference).path("flags").toString()).contains("late");
        assertThat(actors.clear(reference).status()).isBetween(200, 204);
        actors.waitUntilPublished(reference);
        actors.waitUntilCompiled(reference);

        assertThat(Http.get(actors.site() + "/contributions/" + reference).text())
                .contains("Late: after the round had closed");
        assertThat(Http.get(actors.site() + "/feed.atom").text()).contains("term=\"late\"");
        assertThat(Documents.textOfDocx(actors.compilation("docx")))
                .contains("Addendum: late contributions", "Bettong");
        assertThat(Documents.textOfPdf(actors.compilation("pdf"))).contains("Addendum: late contributions", "Bettong");
        assertThat(new String(actors.compilation("html"), UTF_8)).contains("Addendum: late contributions", "Bettong");
        for (int width : new int[] {1280, 320}) {
            try (var window = chromium.window(width, true)) {
                window.page().navigate(actors.site());
                lookAt(window, "site-late-" + width);
                logIn(window.page());
                window.page().navigate(system.processing() + "/?flag=late&consultation=" + consultationOf(actors));
                assertThat(window.page()
                                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference))
                                .first())
                        .isVisible();
                lookAt(window, "dashboard-late-" + width);
            }
        }
    }

    @Test
    void staff_confirm_a_suggestion_and_recall_a_publication_by_pressing_the_buttons() throws Exception {
        var actors = new Actors(system, Consultations.define(system, "buttons"));
        var text = "# 2.a The deployment of IPv6\n\nDibbler routers need addresses.";
        var submission = Respondents.submission("public", Map.of());
        submission.put("text", text);
        var reference = referenceOf(actors.submit(submission));
        actors.waitForCase(reference);
        try (var staff = chromium.window(1280, true)) {
            var page = staff.page();
            logIn(page);
            page.navigate(system.processing() + "/cases/" + reference);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm"))
                    .first()
                    .click();
            assertThat(page.getByText("Confirmed by staff").first()).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear for publication"))
                    .click();
            actors.waitUntilPublished(reference);
            page.navigate(system.processing() + "/cases/" + reference);
            page.getByText("Take it back to staff").click();
            page.locator("#recall").fill("A name slipped in.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recall"))
                    .click();

            assertThat(page.getByText("Recalled. It is taken off the public site")
                            .first())
                    .isVisible();
            await().atMost(PATIENCE)
                    .until(() -> Http.get(actors.site() + "/contributions/" + reference)
                                    .status()
                            == 410);
            lookAt(staff, "case-recalled-1280");
        }
    }

    @Test
    void a_disputed_one_is_held_until_staff_have_settled_it() throws Exception {
        var actors = new Actors(system, Consultations.define(system, "disputed"));
        var receipt = published(actors, "Potoroo was not me.");
        var reference = referenceOf(receipt);
        var page = actors.site() + "/contributions/" + reference;
        try (var accused = chromium.window(320, false)) {
            accused.page().navigate(linkInMailAbout(reference));
            lookAt(accused, "dispute-320");
            accused.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I did not send this"))
                    .click();
            assertThat(accused.page().getByRole(AriaRole.HEADING).first()).containsText("held");
            lookAt(accused, "disputed-320");
        }

        await().atMost(SECONDS).until(() -> Http.get(page).status() == 410);
        assertThat(actors.clear(reference).status()).isEqualTo(409);
        try (var staff = chromium.window(1280, true)) {
            logIn(staff.page());
            staff.page().navigate(system.processing() + "/cases/" + reference);
            assertThat(staff.page().getByText("Somebody says that they did not send this"))
                    .isVisible();
            lookAt(staff, "case-disputed-1280");
            staff.page().locator("#dismiss").fill("Confirmed by telephone.");
            staff.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dismiss the dispute"))
                    .click();
            staff.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear for publication"))
                    .click();
        }
        await().atMost(PATIENCE).until(() -> Http.get(page).text().contains("Potoroo"));
        assertThat(Http.get(system.intake() + "/submissions/" + reference + "/dispute?token=wrong")
                        .status())
                .as("a token that was guessed")
                .isEqualTo(404);
    }

    /** The link in the mail by which anybody who got it can say that they did not send what it is about. */
    private String linkInMailAbout(String reference) {
        var link = Pattern.compile("href=\"(http[^\"]+/submissions/" + reference + "/dispute\\?[^\"]+)\"");
        var mail = Pattern.compile("href=\"(/mails/[^\"]+)\"");
        return await("a mail about " + reference)
                .atMost(PATIENCE)
                .until(
                        () -> mail.matcher(Http.get(system.mail()).text())
                                .results()
                                .map(found ->
                                        Http.get(system.mail() + found.group(1)).text())
                                .flatMap(text -> link.matcher(text).results())
                                .map(found -> found.group(1).replace("&amp;", "&"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String consultationOf(Actors actors) {
        return actors.site().substring(actors.site().lastIndexOf('/') + 1);
    }

    private static JsonNode round(Actors actors) {
        return actors.accounting().path("rounds").get(0);
    }

    private void logIn(Page page) {
        var login = system.userWithRole("staff");
        page.navigate(system.processing() + "/");
        page.locator("#username").fill(login.name());
        page.locator("#password").fill(login.password());
        page.locator("#kc-login").click();
        page.waitForURL(system.processing() + "/**");
    }

    private static void lookAt(Chromium.Window window, String name) {
        window.picture(name);
        assertThat(window.accessibilityProblems()).as(name).isEmpty();
        assertThat(window.isWiderThanTheWindow()).as(name + " scrolls sideways").isFalse();
        assertThat(window.complaints()).as(name).isEmpty();
    }
}
