package org.rostrum.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The public form as people meet it: late, on a phone, with a keyboard, in another script, while the server falls over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormIT {
    private static final Pattern REFERENCE = Pattern.compile("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}");
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private final RunningSystem system = RunningSystem.shared();
    private final Chromium chromium = new Chromium();
    private String consultation = "unset";

    @BeforeAll
    void define_a_consultation() throws Exception {
        consultation = Consultations.define(system, "form");
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    private String url(String language) {
        return system.intake() + "/consultations/" + consultation + "/respond?round=open&lang=" + language;
    }

    private static FilePayload paper() {
        return new FilePayload("position.txt", "text/plain", "Our position.".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_draft_survives_a_restart_of_intake_and_is_sent_from_another_device() {
        String link;
        try (var phone = chromium.window(320, false)) {
            var page = phone.page();
            page.navigate(url("en"));
            page.locator("[id='answer.1']").fill("Typed at 23:50: Bandicoot.");
            page.locator("#save").click();
            assertThat(page.locator("#draft")).containsText("Saved at");
            link = page.locator("#link").inputValue();
            phone.picture("form-saved-320");
        }
        system.kill("intake");
        system.up();
        try (var laptop = chromium.window(1280, false)) {
            var page = laptop.page();
            page.navigate(link);
            assertThat(page.locator("[id='answer.1']")).hasValue("Typed at 23:50: Bandicoot.");
            page.locator("#attachment").setInputFiles(paper());
            page.locator("#email").fill("no address");
            page.locator("#review").click();
            assertThat(page).hasTitle(Pattern.compile("^Error: .*"));
            assertThat(page.locator("#attachments")).containsText("position.txt");
            assertThat(laptop.accessibilityProblems()).isEmpty();
            laptop.picture("form-errors-1280");

            page.locator("#email").fill("");
            page.locator("#anonymous").check();
            page.locator("#declaration").check();
            page.locator("#review").click();
            assertThat(page.locator("main")).containsText("Check your answers");
            assertThat(page.locator("main")).containsText("position.txt");
            assertThat(laptop.accessibilityProblems()).isEmpty();
            laptop.picture("form-review-1280");
            page.locator("#send").dblclick();
            assertThat(page.locator("main")).containsText("Your response has arrived");
            assertThat(page.locator("main")).containsText("position.txt");
            laptop.picture("form-receipt-1280");

            page.navigate(link);
            assertThat(page.locator("main")).containsText("This response was sent");
            assertThat(laptop.complaints()).isEmpty();
        }
    }

    @Test
    void writing_saves_itself_and_two_windows_lose_nothing() {
        try (var one = chromium.window(1280, true)) {
            var page = one.page();
            page.navigate(url("en"));
            page.locator("[id='answer.3']").fill("By the first window: Quoll.");
            assertThat(page.locator("#save-status")).containsText("Saved at", PATIENTLY);
            page.locator("#save").click();
            var link = page.locator("#link").inputValue();
            try (var two = chromium.window(1280, true)) {
                two.page().navigate(link);
                two.page().locator("[id='answer.3']").fill("By the second window: Dunnart.");
                assertThat(two.page().locator("#save-status")).containsText("Saved at", PATIENTLY);
                two.page().locator("#save").click();
                page.locator("[id='answer.3']").fill("By the first window, later: Quoll.");
                page.locator("#save").click();
                assertThat(page.locator("main")).containsText("By the second window: Dunnart.");
                assertThat(page.locator("[id='answer.3']")).hasValue("By the first window, later: Quoll.");
                one.picture("form-conflict-1280");
                assertThat(one.accessibilityProblems()).isEmpty();
            }
            assertThat(one.complaints()).isEmpty();
        }
    }

    @Test
    void a_file_is_uploaded_as_soon_as_it_is_chosen_and_can_be_removed() {
        try (var window = chromium.window(1280, true)) {
            var page = window.page();
            page.navigate(url("en"));
            page.locator("[id='answer.1']").fill("Wombat");
            page.locator("#attachment").setInputFiles(paper());
            assertThat(page.locator("#attachments .r-files")).containsText("position.txt", PATIENTLY);
            assertThat(page.locator("[id='answer.1']")).hasValue("Wombat");
            page.locator(".r-files button").click();
            assertThat(page.locator(".r-files")).hasCount(0);
            assertThat(window.complaints()).isEmpty();
        }
    }

    /** More than a megabyte: it goes straight into the store, as the network tells. */
    @Test
    void a_big_file_goes_straight_into_the_store_and_arrives_with_the_response() {
        try (var window = chromium.window(1280, true)) {
            var page = window.page();
            var puts = new CopyOnWriteArrayList<String>();
            page.onResponse(response -> {
                if (response.request().method().equals("PUT")) {
                    puts.add(response.url() + " " + response.status());
                }
            });
            page.navigate(url("en"));
            page.locator("[id='answer.1']").fill("With a big file: Thylacine.");
            page.locator("#attachment").setInputFiles(bigPaper());
            assertThat(page.locator("#attachments .r-files")).containsText("big.txt", PATIENTLY);

            assertThat(puts)
                    .singleElement()
                    .asString()
                    .startsWith(system.store() + "/rostrum-intake/staged/")
                    .endsWith(" 200");
            page.locator("#public").check();
            page.locator("#declaration").check();
            page.locator("#review").click();
            page.locator("#send").click();
            assertThat(page.locator("main")).containsText("Your response has arrived");
            assertThat(page.locator("main")).containsText("big.txt");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void a_big_file_goes_through_the_form_where_no_way_leads_to_the_store() {
        try (var window = chromium.window(1280, true)) {
            var page = window.page();
            page.route(address -> address.startsWith(system.store()), Route::abort);
            page.navigate(url("en"));
            page.locator("#attachment").setInputFiles(bigPaper());

            assertThat(page.locator("#attachments .r-files")).containsText("big.txt", PATIENTLY);
        }
    }

    private static FilePayload bigPaper() {
        return new FilePayload(
                "big.txt", "text/plain", "Our long position. ".repeat(80_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pasted_lists_stay_lists() {
        try (var window = chromium.window(1280, true)) {
            var page = window.page();
            page.navigate(url("en"));
            page.locator("[id='answer.1']").focus();
            page.evaluate("""
                    () => {
                      const data = new DataTransfer();
                      data.setData('text/html', '<p>Three things:</p><ul><li>one<ul><li>deeper</li></ul></li><li>two</li></ul><ol><li>first</li></ol><img src=x onerror="document.title=1">');
                      data.setData('text/plain', 'Three things: one deeper two first');
                      document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                    }""");

            assertThat(page.locator("[id='answer.1']").inputValue())
                    .contains("Three things:")
                    .contains("\n• one")
                    .contains("\n  • deeper")
                    .contains("\n• two")
                    .contains("\n1. first");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void everything_can_be_done_with_the_keyboard_alone() {
        try (var window = chromium.window(1280, true)) {
            var page = window.page();
            page.navigate(url("en"));
            Keyboard.tabTo(page, "answer.1");
            page.keyboard().type("Typed, never clicked: Kowari.");
            Keyboard.tabTo(page, "public");
            page.keyboard().press("Space");
            Keyboard.tabTo(page, "declaration");
            page.keyboard().press("Space");
            Keyboard.tabTo(page, "review");
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).containsText("Check your answers");
            Keyboard.tabTo(page, "send");
            page.keyboard().press("Enter");

            assertThat(page.locator("main")).containsText("Your response has arrived");
            assertThat(REFERENCE.matcher(page.locator("main").innerText()).find())
                    .isTrue();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void errors_come_first_have_the_focus_and_lead_to_their_fields() {
        try (var window = chromium.window(1280, true)) {
            var page = window.page();
            page.navigate(url("en"));
            page.locator("#review").click();

            assertThat(page.locator(".r-error-summary")).isFocused();
            page.locator(".r-error-summary a[href='#declaration']").click();
            assertThat(page.locator("#declaration")).isFocused();
            assertThat(page.locator("#declaration")).hasAttribute("aria-invalid", "true");
        }
    }

    @Test
    void every_language_is_accessible_on_a_phone_and_a_desk() {
        for (int width : List.of(320, 1280)) {
            try (var window = chromium.window(width, true)) {
                for (var language : Set.of("en", "fr", "es", "ar", "zh", "ru")) {
                    window.page().navigate(url(language));
                    window.page().locator("[id='answer.1']").fill("١٢٣ abc");
                    window.page().locator("#save").click();
                    assertThat(window.page().locator("html")).hasAttribute("lang", language);
                    window.picture("form-" + language + "-" + width);
                    assertThat(window.accessibilityProblems())
                            .as(language + " at " + width)
                            .isEmpty();
                    assertThat(window.isWiderThanTheWindow())
                            .as(language + " at " + width)
                            .isFalse();
                    window.page().locator("#review").click();
                    window.picture("form-errors-" + language + "-" + width);
                    assertThat(window.accessibilityProblems())
                            .as(language + " errors")
                            .isEmpty();
                    assertThat(window.isWiderThanTheWindow())
                            .as(language + " errors")
                            .isFalse();
                }
                assertThat(window.complaints()).isEmpty();
            }
        }
    }
}
