package org.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;

/** Somebody who has no mouse. Nothing on the way may be hidden, or covered by something else. */
final class Keyboard {
    private static final int MOST_STOPS = 300;

    private Keyboard() {}

    /** Goes on with the Tab key to what has that id. */
    static void tabTo(Page page, String id) {
        tab(page, "e => e.id === " + quoted(id), id);
    }

    /** Goes on with the Tab key to the link or button with exactly those words. */
    static void tabToWords(Page page, String words) {
        tab(page, "e => e.textContent.trim() === " + quoted(words), words);
    }

    /** Presses what leads to another page, and waits for that page. */
    static void press(Page page, String words) {
        tabToWords(page, words);
        page.evaluate("window.left = true");
        page.keyboard().press("Enter");
        await("the page behind " + words)
                .pollInSameThread()
                .ignoreExceptions() // between two pages there is none to ask
                .until(() -> (boolean) page.evaluate("!window.left && document.readyState === 'complete'"));
    }

    static void type(Page page, String id, String text) {
        tabTo(page, id);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }

    private static void tab(Page page, String wanted, String name) {
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            assertThat((boolean) page.evaluate(COVERED))
                    .as("focus on " + page.evaluate("document.activeElement.id"))
                    .isFalse();
            if ((boolean) page.evaluate("(" + wanted + ")(document.activeElement)")) {
                return;
            }
        }
        throw new AssertionError(name + " cannot be reached with the Tab key");
    }

    private static final String COVERED = """
            () => {
              const box = document.activeElement.getBoundingClientRect();
              if (document.activeElement === document.body || box.width === 0) return false;
              const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
              return at !== null && !!at.closest('.r-sendbar') && !document.activeElement.closest('.r-sendbar');
            }""";
}
