package org.rostrum.system;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's Chromium, with people in it who keep an eye on the console. */
final class Chromium implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));

    /** One person's window: own cookies, own console. */
    static final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final Optional<BrowserContext> scripted;
        private final List<String> complaints = new ArrayList<>();

        /** The second context is for checks of a page whose own window runs no scripts. */
        Window(BrowserContext context, Optional<BrowserContext> scripted) {
            this.context = context;
            this.scripted = scripted;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("the server responded with a status")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
        }

        Page page() {
            return page;
        }

        /** Errors of scripts and breaches of the Content-Security-Policy so far. */
        List<String> complaints() {
            return complaints;
        }

        /** What axe-core finds against WCAG 2.2 A and AA, one line each. */
        List<String> accessibilityProblems() {
            return scripted.map(this::problemsOfCopy).orElseGet(() -> problems(page));
        }

        /** axe-core is a script and would never come back where none runs: it looks at what this window shows elsewhere. */
        private List<String> problemsOfCopy(BrowserContext elsewhere) {
            var here = page.url().split("#", 2)[0];
            var html = page.content().replaceAll("(?s)<script\\b.*?</script>", "");
            try (var copy = elsewhere.newPage()) {
                copy.route(
                        here::equals,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html; charset=utf-8")
                                .setBody(html)));
                copy.navigate(here);
                return problems(copy);
            }
        }

        private static List<String> problems(Page page) {
            return new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                            .analyze()
                            .getViolations()
                            .stream()
                            .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                    + rule.getNodes().stream()
                                            .map(node -> node.getHtml())
                                            .toList())
                            .toList();
        }

        /** Whether one would have to scroll sideways to read. */
        boolean isWiderThanTheWindow() {
            return (boolean)
                    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        }

        /** Keeps a picture for people to look at, under {@code target/pictures}. */
        void picture(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + ".png"))
                    .setFullPage(true));
        }

        /** The same of what fits the window, as the README shows it. */
        void view(String name) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }

        @Override
        public void close() {
            context.close();
            scripted.ifPresent(BrowserContext::close);
        }
    }

    Window window(int width, boolean javaScript) {
        var options =
                new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(javaScript);
        var scripted = new Browser.NewContextOptions().setViewportSize(width, 900);
        return new Window(
                browser.newContext(options), javaScript ? Optional.empty() : Optional.of(browser.newContext(scripted)));
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no Chromium is installed; ./rostrum test installs it on Debian"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
