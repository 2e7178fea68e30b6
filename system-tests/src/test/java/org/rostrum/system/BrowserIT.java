package org.rostrum.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The journey in a real browser: a respondent without JavaScript, staff at the dashboard, a reader at the site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Pattern REFERENCE = Pattern.compile("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}");
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private final RunningSystem system = RunningSystem.shared();
    private final Chromium chromium = new Chromium();
    private Actors actors = new Actors(system, "unset");
    private String consultation = "unset";

    @BeforeAll
    void define_a_consultation() throws Exception {
        consultation = Consultations.define(system, "browser");
        actors = new Actors(system, consultation);
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    @Test
    void a_response_typed_into_the_form_is_seen_moved_cleared_and_read() throws Exception {
        try (var staff = chromium.window(1280, true);
                var respondent = chromium.window(1280, false)) {
            logIn(staff.page());

            var reference = respond(respondent.page(), "public");
            respondent.picture("receipt");

            var row = staff.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference));
            assertThat(row).isVisible(PATIENTLY); // without reloading
            actors.waitForCase(reference);
            staff.picture("dashboard-list");
            row.click();
            moveNumbatToQuestion2(staff.page());
            staff.picture("dashboard-case");
            staff.view("readme-dashboard");
            staff.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear for publication"))
                    .click();
            actors.waitUntilPublished(reference);
            actors.waitUntilCompiled(reference);

            readAsEverybody(reference);
            assertThat(staff.complaints()).isEmpty();
            assertThat(respondent.complaints()).isEmpty();
        }
    }

    @Test
    void an_anonymous_response_is_cleared_without_its_sender_and_a_confidential_one_cannot_be() throws Exception {
        try (var staff = chromium.window(1280, true);
                var respondent = chromium.window(1280, false);
                var reader = chromium.window(1280, false)) {
            var anonymous = respond(respondent.page(), "anonymous");
            var confidential = respond(respondent.page(), "confidential");
            actors.waitForCase(anonymous);
            actors.waitForCase(confidential);

            logIn(staff.page());
            staff.page().navigate(system.processing() + "/cases/" + confidential);
            var clear = staff.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear for publication"));
            assertThat(clear).hasCount(0);
            staff.page().navigate(system.processing() + "/cases/" + anonymous);
            clear.click();
            actors.waitUntilPublished(anonymous);

            reader.page().navigate(actors.site() + "/contributions/" + anonymous);
            assertThat(reader.page().getByText("Bilby").first()).isVisible();
            assertThat(reader.page().content()).doesNotContain("Wilhelmina").doesNotContain("Lakeside");
            assertThat(Http.get(actors.site() + "/contributions/" + confidential)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void nothing_typed_is_lost_when_something_is_wrong() {
        try (var respondent = chromium.window(1280, false)) {
            var page = respondent.page();
            page.navigate(formUrl("en"));
            page.locator("[id='answer.1']").fill("Typed with care: Bandicoot.");
            page.locator("#email").fill("not an address");
            page.locator("#review").click();

            assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
            assertThat(page.locator("[id='answer.1']")).hasValue("Typed with care: Bandicoot.");
            respondent.picture("form-with-errors");
        }
    }

    @Test
    void every_page_is_accessible_and_fits_a_narrow_window() throws Exception {
        var receipt = actors.submit(Respondents.submission(
                "public", Map.of("1", "Numbers matter.", "2.b", "الأقمار الصناعية تصل إلى المناطق النائية.")));
        var reference = receipt.get("reference").asText();
        actors.waitForCase(reference);
        actors.clear(reference);
        actors.waitUntilPublished(reference);
        actors.waitUntilCompiled(reference);
        var publicPages = Map.of(
                "intake-home", system.intake() + "/",
                "intake-consultation", system.intake() + "/consultations/" + consultation,
                "form", formUrl("en"),
                "form-arabic", formUrl("ar"),
                "site-home", system.publishing() + "/",
                "site-consultation", actors.site(),
                "site-item", actors.site() + "/items/2.b",
                "site-contribution", actors.site() + "/contributions/" + reference,
                "compilation", actors.site() + "/rounds/open/compilation.html",
                "site-missing", system.publishing() + "/no-such-page");
        var staffPages = Map.of(
                "dashboard", system.processing() + "/",
                "key-items", system.processing() + "/key-passages?round=" + consultation + "/open",
                "key-passages", system.processing() + "/key-passages/" + consultation + "/open/2.b",
                "case", system.processing() + "/cases/" + reference);

        for (var width : List.of(1280, 320)) {
            try (var window = chromium.window(width, true)) {
                lookAt(window, publicPages, width);
                logIn(window.page());
                lookAt(window, staffPages, width);
            }
        }
    }

    private static void lookAt(Chromium.Window window, Map<String, String> pages, int width) {
        pages.forEach((name, url) -> {
            window.page().navigate(url);
            window.picture(name + "-" + width);
            window.view("view-" + name + "-" + width);
            assertThat(window.accessibilityProblems()).as(name + " at " + width).isEmpty();
            assertThat(window.isWiderThanTheWindow())
                    .as(name + " at " + width + " scrolls sideways")
                    .isFalse();
            assertThat(window.complaints()).as(name).isEmpty();
        });
    }

    @Test
    void arabic_is_read_from_the_right() {
        try (var window = chromium.window(1280, true)) {
            window.page().navigate(formUrl("ar"));

            assertThat(window.page().getByText("ربط القرية الأخيرة").first()).isVisible();
            assertThat(window.page()
                            .getByText("ربط القرية الأخيرة")
                            .first()
                            .evaluate("e => getComputedStyle(e).direction"))
                    .isEqualTo("rtl");
        }
    }

    private String formUrl(String language) {
        return system.intake() + "/consultations/" + consultation + "/respond?round=open&lang=" + language;
    }

    private void logIn(Page page) {
        var login = system.userWithRole("staff");
        page.navigate(system.processing() + "/");
        page.locator("#username").fill(login.name());
        page.locator("#password").fill(login.password());
        page.locator("#kc-login").click();
        page.waitForURL(system.processing() + "/**");
    }

    private String respond(Page page, String publication) throws Exception {
        page.navigate(formUrl("en"));
        page.locator("[id='answer.1']").fill("The Bilby forum should address Internet development every year.");
        page.locator("[id='answer.2.b']").fill("Potoroo terminals bring satellite communication to remote schools.");
        page.locator("#attachment").setInputFiles(new FilePayload[] {
            new FilePayload(
                    "position.docx",
                    DOCX,
                    Documents.docx(List.of("# 2.a", "Quokka operators finished their transition to IPv6."))),
            new FilePayload(
                    "annex.pdf", "application/pdf", Documents.pdf(List.of("Numbat networks need patient investors.")))
        });
        page.locator("#givenName").fill("Wilhelmina");
        page.locator("#organisation").fill("Lakeside Network Cooperative");
        page.locator("#country").selectOption("CH");
        page.locator("#" + publication).check();
        page.locator("#declaration").check();
        page.locator("#review").click();
        page.locator("#send").click();
        var found = REFERENCE.matcher(page.locator("main").innerText());
        assertThat(found.find()).as(page.locator("main").innerText()).isTrue();
        return found.group();
    }

    private static void moveNumbatToQuestion2(Page page) {
        var numbat = page.locator("article[data-passage]", new Page.LocatorOptions().setHasText("Numbat"))
                .first();
        numbat.getByText("Move", new Locator.GetByTextOptions().setExact(true)).click();
        for (var box :
                numbat.locator("input[type=checkbox][name=items]:checked").all()) {
            box.uncheck();
        }
        numbat.locator("input[type=checkbox][name=items][value='2']").check();
        numbat.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move passage"))
                .click();
        assertThat(page.locator("section[data-item='2'] article", new Page.LocatorOptions().setHasText("Numbat")))
                .isVisible();
    }

    private void readAsEverybody(String reference) throws Exception {
        try (var reader = chromium.window(1280, false)) {
            reader.page().navigate(actors.site() + "/contributions/" + reference);
            for (var word : List.of("Bilby", "Potoroo", "Quokka", "Numbat", "Lakeside Network Cooperative")) {
                assertThat(reader.page().getByText(word).first()).isVisible();
            }
            reader.picture("contribution");
            reader.view("readme-site");
            reader.page().navigate(actors.site() + "/items/2");
            assertThat(reader.page().getByText("Numbat").first()).isVisible();
        }
        for (var word : List.of("Bilby", "Potoroo", "Quokka", "Numbat")) {
            assertThat(Documents.textOfDocx(actors.compilation("docx"))).contains(word);
            assertThat(Documents.textOfPdf(actors.compilation("pdf"))).contains(word);
            assertThat(new String(actors.compilation("html"), UTF_8)).contains(word);
        }
    }
}
