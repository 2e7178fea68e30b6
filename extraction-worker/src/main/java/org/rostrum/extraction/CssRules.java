package org.rostrum.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.rostrum.extraction.CssDeclarations.Property;
import org.rostrum.extraction.CssDeclarations.Said;

/**
 * The rules of a page's style sheets that hide or show something. A rule hides only if it surely holds and is surely for what it
 * would hide; which rule comes before which is not asked: what one of them shows is seen.
 */
final class CssRules {

    /** House choices; a page that has more hides nothing by its style sheets. */
    private static final int MOST_SIGNS = 1_000_000;

    private static final int MOST_RULES = 5_000;
    private static final int MOST_TRIES = 10_000_000;

    /** Paper and narrow screens. */
    private static final Pattern ELSEWHERE = Pattern.compile("\\b(?:print|speech|max-width|max-device-width)\\b");

    private final Map<String, List<Rule>> rules = new HashMap<>();
    private int signs;
    private int count;
    private int tries;

    private record Rule(CssSelector selector, CssDeclarations declarations) {}

    /** Whether rules hold on a usual screen. */
    private enum Holds {
        SURELY,
        PERHAPS,
        NEVER;

        static Holds of(String media) {
            String condition = media.strip().toLowerCase(Locale.ROOT);
            if (condition.isEmpty() || condition.equals("all") || condition.equals("screen")) {
                return SURELY;
            }
            return ELSEWHERE.matcher(condition).find() ? NEVER : PERHAPS;
        }

        Holds within(Holds outer) {
            return outer.compareTo(this) > 0 ? outer : this;
        }
    }

    /** What stands in braces, or the whole sheet. */
    private record Block(String selector, Holds holds, StringBuilder declarations) {

        Block(String selector, Holds holds) {
            this(selector, holds, new StringBuilder());
        }

        Block inner(String prelude) {
            if (prelude.startsWith("@")) {
                Holds condition = Holds.of(prelude).within(Holds.PERHAPS);
                return new Block(selector, condition.within(holds));
            }
            // A rule in a rule depends on it.
            return new Block(prelude, selector.isEmpty() ? holds : Holds.PERHAPS.within(holds));
        }
    }

    private CssRules() {}

    static CssRules of(Document document) {
        CssRules rules = new CssRules();
        for (Element style : document.select("style")) {
            String type = style.attr("type").strip();
            Holds holds = Holds.of(style.attr("media"));
            boolean isApplied =
                    (type.isEmpty() || type.equalsIgnoreCase("text/css")) && style.closest("template") == null;
            if (isApplied && holds != Holds.NEVER && !rules.areTooMany()) {
                rules.read(style.data(), holds);
            }
        }
        return rules;
    }

    /** What they say of an element. */
    Map<Property, Said> of(Element element) {
        Map<Property, Said> said = new EnumMap<>(Property.class);
        if (count > 0 && !areTooMany()) {
            collect("*", element, said);
            collect(element.normalName(), element, said);
            if (element.hasAttr("id")) {
                collect("#" + element.id(), element, said);
            }
            if (element.hasAttr("class")) {
                element.classNames().forEach(name -> collect("." + name, element, said));
            }
        }
        return areTooMany() ? Map.of() : said;
    }

    private void collect(String key, Element element, Map<Property, Said> said) {
        for (Rule rule : rules.getOrDefault(key, List.of())) {
            tries++;
            if (!areTooMany() && selects(rule.selector(), element)) {
                rule.declarations()
                        .said()
                        .forEach((property, each) ->
                                said.merge(property, each, (one, other) -> one.compareTo(other) > 0 ? one : other));
            }
        }
    }

    private boolean selects(CssSelector selector, Element element) {
        if (!selector.endsWith(element)) {
            return false;
        }
        List<Element> path = new ArrayList<>();
        for (Element each = element; each != null; each = each.parent()) {
            path.add(each);
        }
        tries += path.size() * (selector.steps().size() - 1);
        return selector.selects(path.reversed());
    }

    private boolean areTooMany() {
        return signs > MOST_SIGNS || count > MOST_RULES || tries > MOST_TRIES;
    }

    private void read(String css, Holds holds) {
        signs += css.length();
        if (areTooMany()) {
            return;
        }
        Deque<Block> open = new ArrayDeque<>();
        open.push(new Block("", holds));
        StringBuilder piece = new StringBuilder();
        for (int at = 0; at < css.length(); ) {
            int end = CssText.endOf(css, at);
            if (end > at) {
                piece.append(CssText.isComment(css, at) ? " " : css.substring(at, end));
                at = end;
                continue;
            }
            sign(css.charAt(at), piece, open);
            at++;
        }
        while (open.size() > 1) {
            sign('}', piece, open);
        }
    }

    private void sign(char sign, StringBuilder piece, Deque<Block> open) {
        boolean isInside = open.size() > 1;
        if (sign == '{') {
            open.push(open.element().inner(preludeOf(piece)));
            piece.setLength(0);
        } else if (sign == '}' && isInside) {
            Block block = open.pop();
            add(block.declarations().append(piece).toString(), block);
            piece.setLength(0);
        } else if (sign == ';' && (isInside || preludeOf(piece).startsWith("@"))) {
            open.element().declarations().append(piece).append(';');
            piece.setLength(0);
        } else {
            piece.append(sign);
        }
    }

    /** Old pages hide their rules from browsers that know none. */
    private static String preludeOf(StringBuilder piece) {
        return piece.toString().replace("<!--", " ").replace("-->", " ").strip();
    }

    private void add(String css, Block block) {
        if (block.holds() == Holds.NEVER || block.selector().isEmpty()) {
            return;
        }
        CssDeclarations all = CssDeclarations.of(css);
        CssDeclarations shows = all.withoutWhatHides();
        if (all.isEmpty()) {
            return;
        }
        for (String selector : CssText.split(block.selector(), ',')) {
            CssSelector.of(selector)
                    .ifPresentOrElse(
                            names -> add(names, block.holds() == Holds.SURELY && !names.selectsAny() ? all : shows),
                            () -> CssSelector.atMost(selector).ifPresent(wider -> add(wider, shows)));
        }
    }

    private void add(CssSelector selector, CssDeclarations declarations) {
        if (!declarations.isEmpty() && ++count <= MOST_RULES) {
            rules.computeIfAbsent(selector.key(), _ -> new ArrayList<>()).add(new Rule(selector, declarations));
        }
    }
}
