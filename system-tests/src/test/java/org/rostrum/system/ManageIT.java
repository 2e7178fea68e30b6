package org.rostrum.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Managers' pages in a real browser: a round's whole life without a mouse, on a phone, and every page for everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManageIT {
    private final RunningSystem system = RunningSystem.shared();
    private final Chromium chromium = new Chromium();

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    private static String newId() {
        return "by-keyboard-" + Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000), 36);
    }

    private void logIn(Page page) {
        var manager = system.userWithRole("manager");
        page.navigate(system.intake() + "/manage");
        Keyboard.type(page, "username", manager.name());
        Keyboard.type(page, "password", manager.password());
        page.keyboard().press("Enter");
        page.waitForURL(system.intake() + "/manage");
    }

    private static void look(Chromium.Window window, String name) {
        window.picture("manage-" + name);
        assertThat(window.accessibilityProblems()).as(name).isEmpty();
        assertThat(window.isWiderThanTheWindow()).as(name + " scrolls sideways").isFalse();
        assertThat(window.complaints()).as(name).isEmpty();
    }

    @Test
    void a_round_is_made_opened_extended_and_closed_with_the_keyboard_on_a_phone() {
        try (var window = chromium.window(320, true)) {
            var page = window.page();
            var id = newId();
            logIn(page);
            look(window, "list-320");
            create(window, id);
            addItem(window);
            page.navigate(system.intake() + "/manage/" + id);
            Keyboard.press(page, "Edit texts");
            Keyboard.type(page, "reference", "T-7");
            look(window, "edit-320");
            Keyboard.press(page, "Save");
            assertThat(page.locator("main")).containsText("Revision 3");

            Keyboard.press(page, "Open now");
            look(window, "open-320");
            Keyboard.press(page, "Open it now");
            assertThat(page.locator("main")).containsText("Revision 4");
            extend(window);
            Keyboard.press(page, "Close now");
            look(window, "close-320");
            Keyboard.press(page, "Close it now");
            assertThat(page.locator("main")).containsText("Revision 6");
            assertThat(page.locator("main")).containsText("Papers came late");
            look(window, "closed-320");
        }
    }

    private void create(Chromium.Window window, String id) {
        var page = window.page();
        Keyboard.press(page, "New consultation");
        look(window, "new-320");
        Keyboard.press(page, "Create");
        assertThat(page.locator(".r-error-summary")).isFocused();
        look(window, "new-faults-320");
        Keyboard.type(page, "id", id);
        Keyboard.type(page, "title.en", "Made without a mouse");
        Keyboard.type(page, "organiser.en", "The Council");
        Keyboard.type(page, "zone", "Europe/Zurich");
        Keyboard.type(page, "round", "first");
        Keyboard.tabTo(page, "accepts.response");
        page.keyboard().press("Space");
        Keyboard.type(page, "opens", "2098-01-01");
        Keyboard.type(page, "closes", "2098-02-01");
        Keyboard.press(page, "Create");
        assertThat(page.locator("h1")).hasText("Made without a mouse");
        look(window, "overview-320");
    }

    private static void addItem(Chromium.Window window) {
        var page = window.page();
        Keyboard.press(page, "Items of first");
        look(window, "items-320");
        Keyboard.press(page, "Add an item");
        Keyboard.type(page, "number", "1");
        Keyboard.type(page, "text.en", "What helps?");
        look(window, "item-320");
        Keyboard.press(page, "Save");
        assertThat(page.locator("main")).containsText("What helps?");
    }

    private static void extend(Chromium.Window window) {
        var page = window.page();
        Keyboard.press(page, "Extend");
        assertThat(page.locator("#closes")).isVisible(); // the link has led to the form
        Keyboard.press(page, "Extend");
        assertThat(page.locator(".r-error-summary")).isFocused();
        look(window, "extend-faults-320");
        Keyboard.type(page, "closes", "2098-03-01");
        Keyboard.type(page, "reason.en", "Papers came late");
        Keyboard.press(page, "Extend");
        assertThat(page.locator("main")).containsText("Revision 5");
    }

    @Test
    void every_page_of_managers_is_for_everybody() throws Exception {
        var id = Consultations.define(system, "managed");
        var pages = new LinkedHashMap<>(Map.of(
                "list", "/manage",
                "overview", "/manage/" + id,
                "texts", "/manage/" + id + "/edit",
                "round", "/manage/" + id + "/rounds/open/edit",
                "items", "/manage/" + id + "/rounds/open/items",
                "item", "/manage/" + id + "/rounds/open/items/2.a",
                "extension", "/manage/" + id + "/rounds/open/extension",
                "closing", "/manage/" + id + "/rounds/open/closing",
                "opening", "/manage/" + id + "/rounds/announced/opening"));
        pages.put("new", "/manage/new");
        pages.put("yaml", "/manage/yaml?consultation=" + id);
        for (int width : new int[] {320, 1280}) {
            try (var window = chromium.window(width, true)) {
                logIn(window.page());
                pages.forEach((name, path) -> {
                    window.page().navigate(system.intake() + path);
                    look(window, name + "-" + width);
                });
            }
        }
    }
}
