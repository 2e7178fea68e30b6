package org.rostrum.extraction;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.CssDeclarations.Property;
import org.rostrum.extraction.CssDeclarations.Said;

/**
 * What a page says that a browser does not show: by its own attributes, and by the style sheets that stand in it. Where they do not
 * agree, what an element says of itself holds, then what shows it.
 */
final class HtmlHiding {

    /** Where nothing is hidden by itself: whoever sends a page wants it read. */
    private static final Set<String> PAGE = Set.of("#root", "html", "body");

    private final CssRules rules;
    private final boolean isOldFashioned;
    private final IdentityHashMap<Element, Look> looks = new IdentityHashMap<>();

    /**
     * How an element looks.
     *
     * @param isGone with all that is in it
     * @param unseen the element by which it cannot be seen, unless something in it can
     * @param tiny the element by which its letters have no size, unless something in it has one
     */
    private record Look(
            boolean isGone,
            @Nullable Element unseen,
            @Nullable Element tiny) {}

    private HtmlHiding(CssRules rules, boolean isOldFashioned) {
        this.rules = rules;
        this.isOldFashioned = isOldFashioned;
    }

    static HtmlHiding of(Document document) {
        return new HtmlHiding(CssRules.of(document), document.quirksMode() == Document.QuirksMode.quirks);
    }

    /** Whether nothing in it is shown. */
    boolean hides(Element element) {
        return look(element).isGone();
    }

    /** By what the letters that stand directly in an element are hidden. */
    Optional<Element> hiderOf(Element element) {
        Look look = look(element);
        return Optional.ofNullable(look.unseen()).or(() -> Optional.ofNullable(look.tiny()));
    }

    private Look look(Element element) {
        Look known = looks.get(element);
        if (known != null) {
            return known;
        }
        Element parent = element.parent();
        Look look = parent == null || PAGE.contains(element.normalName())
                ? new Look(false, null, null)
                : look(element, look(parent));
        looks.put(element, look);
        return look;
    }

    private Look look(Element element, Look around) {
        Map<Property, Said> sheets = rules.of(element);
        CssDeclarations own = CssDeclarations.of(element.attr("style"));
        boolean isGone = element.normalName().equals("input")
                || said(Property.DISPLAY, own, sheets).map(Said::hides).orElse(element.hasAttr("hidden"))
                || said(Property.OPACITY, own, sheets).map(Said::hides).orElse(false);
        Optional<Said> seen = said(Property.VISIBILITY, own, sheets);
        Optional<Said> size = said(Property.SIZE, own, sheets)
                .or(() -> hasSize(element) ? Optional.of(Said.SHOWS) : Optional.empty());
        return new Look(isGone, hider(element, seen, around.unseen()), hider(element, size, around.tiny()));
    }

    private static Optional<Said> said(Property property, CssDeclarations own, Map<Property, Said> sheets) {
        Optional<Said> bySheets = Optional.ofNullable(sheets.get(property));
        boolean yields = own.of(property).filter(said -> said == Said.HIDES).isPresent()
                && bySheets.filter(said -> said == Said.SHOWS_FIRMLY).isPresent();
        return yields ? bySheets : own.of(property).or(() -> bySheets);
    }

    private static @Nullable Element hider(Element element, Optional<Said> said, @Nullable Element around) {
        if (said.isEmpty()) {
            return around;
        }
        return said.get().hides() ? element : null;
    }

    /** Without being told (HTML, 15.3.10 and 15.5); a table of an old page does not take its letters from around it. */
    private boolean hasSize(Element element) {
        return switch (element.normalName()) {
            case "button", "textarea" -> true;
            case "font" -> element.hasAttr("size");
            case "table" -> isOldFashioned;
            default -> false;
        };
    }

    /** Whether an author wrote it, and not a program for others of its kind. */
    static boolean isComment(Node node) {
        return node instanceof Comment comment
                && comment.getData().chars().anyMatch(Character::isLetter)
                && !comment.getData().strip().matches("(?s)(?:\\[if|<!\\[|\\[endif|/?\\*|StartFragment|EndFragment).*");
    }
}
