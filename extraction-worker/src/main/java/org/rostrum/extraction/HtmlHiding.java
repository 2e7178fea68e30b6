package org.rostrum.extraction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What a page says that a browser does not show: by its own attributes, and by the style sheets that stand in it. */
final class HtmlHiding {

    private static final Pattern RULE = Pattern.compile("([^{}@;]{1,200})\\{([^{}]{0,2000}+)}");
    /** Rules for paper and narrow screens do not hold here. */
    private static final Pattern CONDITIONAL =
            Pattern.compile("@[^{};]{0,500}+\\{(?:[^{}]{0,2000}+\\{[^{}]{0,2000}+}){0,500}+[^{}]{0,2000}+}");

    private static final Pattern HIDES = Pattern.compile("(?:^|;)(?:display:none|visibility:hidden|opacity:0"
            + "|font-size:0(?:px|pt|em|%)?)(?:!important)?(?:;|$)");
    private static final int MOST_RULES = 100;
    private static final int MOST_STYLES = 200_000;

    private final Set<Element> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

    private HtmlHiding() {}

    static HtmlHiding of(Document document) {
        HtmlHiding hiding = new HtmlHiding();
        StringBuilder styles = new StringBuilder();
        for (Element style : document.select("style")) {
            String css = style.data();
            styles.append(css, 0, Math.min(css.length(), Math.max(0, MOST_STYLES - styles.length())))
                    .append('\n');
        }
        hiding.apply(styles.toString(), document);
        return hiding;
    }

    private void apply(String styles, Document document) {
        String always = CONDITIONAL.matcher(withoutComments(styles)).replaceAll(" ");
        Matcher rule = RULE.matcher(always);
        for (int rules = 0; rules < MOST_RULES && rule.find(); ) {
            if (hides(rule.group(2))) {
                rules++;
                select(rule.group(1).strip(), document);
            }
        }
    }

    private static String withoutComments(String styles) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int start = styles.indexOf("/*"); start >= 0; start = styles.indexOf("/*", from)) {
            rest.append(styles, from, start).append(' ');
            int end = styles.indexOf("*/", start + 2);
            from = end < 0 ? styles.length() : end + 2;
        }
        return rest.append(styles, from, styles.length()).toString();
    }

    private void select(String selector, Document document) {
        // What depends on a pointer or makes text of its own is not there at first; what is everywhere hides nothing.
        if (selector.contains(":") || selector.equals("*")) {
            return;
        }
        try {
            hidden.addAll(document.select(selector));
        } catch (IllegalArgumentException | IllegalStateException _) {
            // A selector that only newer browsers know.
        }
    }

    boolean hides(Element element) {
        return element.hasAttr("hidden")
                || element.normalName().equals("input")
                || hides(element.attr("style"))
                || hidden.contains(element);
    }

    private static boolean hides(String declarations) {
        return !declarations.isEmpty()
                && HIDES.matcher(declarations.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""))
                        .find();
    }

    /** Whether an author wrote it, and not a program for others of its kind. */
    static boolean isComment(Node node) {
        return node instanceof Comment comment
                && comment.getData().chars().anyMatch(Character::isLetter)
                && !comment.getData().strip().matches("(?s)(?:\\[if|<!\\[|\\[endif|/?\\*|StartFragment|EndFragment).*");
    }
}
