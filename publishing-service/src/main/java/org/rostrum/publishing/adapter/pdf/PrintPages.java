package org.rostrum.publishing.adapter.pdf;

import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.rostrum.publishing.domain.compilation.Block;
import org.rostrum.publishing.domain.compilation.Direction;
import org.rostrum.publishing.domain.compilation.PrintedDocument;
import org.rostrum.publishing.domain.compilation.QuotedPassage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One printed document as the XHTML tree that is typeset; texts are nodes of a tree and never markup. */
final class PrintPages {
    private final PrintedDocument document;
    private final Alphabet alphabet;
    private final Document tree;

    /**
     * @param alphabet which characters there are fonts for
     * @param styles the style sheet, with the fonts in it
     */
    static Document of(PrintedDocument document, Alphabet alphabet, String styles) {
        var pages = new PrintPages(document, alphabet);
        pages.html(styles);
        return pages.tree;
    }

    private PrintPages(PrintedDocument document, Alphabet alphabet) {
        this.document = document;
        this.alphabet = alphabet;
        try {
            tree = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java can build a document tree", e);
        }
    }

    private void html(String styles) {
        var html = tree.createElement("html");
        html.setAttribute("lang", document.language());
        tree.appendChild(html);
        head(add(html, "head", Map.of()), styles);
        body(add(html, "body", Map.of()));
    }

    private void head(Element head, String styles) {
        text(add(head, "title", Map.of()), document.title().documentTitle());
        add(head, "meta", Map.of("name", "subject", "content", document.title().organiser()));
        add(head, "style", Map.of("type", "text/css")).appendChild(tree.createTextNode(styles));
        bookmarks(add(head, "bookmarks", Map.of()));
    }

    /** The outline of the file: as deep as its headings. */
    private void bookmarks(Element outline) {
        var parents = new Element[] {outline, outline, outline, outline, outline};
        for (var heading : document.headings()) {
            var target = Map.of("name", alphabet.printable(heading.text()), "href", "#" + heading.anchor());
            var bookmark = add(parents[heading.level() - 1], "bookmark", target);
            for (int deeper = heading.level(); deeper < parents.length; deeper++) {
                parents[deeper] = bookmark;
            }
        }
    }

    private void body(Element body) {
        runningLines(body);
        titlePage(add(body, "div", Map.of("class", "title-page")));
        contents(add(body, "div", Map.of("class", "contents")));
        var main = add(body, "div", Map.of("class", "main"));
        document.blocks().forEach(block -> block(main, block));
    }

    private void runningLines(Element body) {
        var title = document.title();
        text(add(body, "div", Map.of("class", "running-head")), title.consultationTitle() + " · " + title.roundTitle());
        text(
                add(body, "div", Map.of("class", "running-foot")),
                "Consolidated document, as of " + title.asOfPrinted() + ", revision " + title.revision());
    }

    private void titlePage(Element page) {
        var title = document.title();
        text(add(page, "p", Map.of("class", "organiser")), title.organiser());
        text(add(page, "p", Map.of("class", "kind")), "Consolidated document");
        text(add(page, "h1", Map.of("class", "document-title")), title.consultationTitle());
        text(add(page, "p", Map.of("class", "round")), title.roundTitle());
        var facts = add(page, "table", Map.of("class", "facts"));
        for (var fact : document.facts()) {
            var row = add(facts, "tr", Map.of());
            text(add(row, "th", Map.of("scope", "row")), fact.label());
            text(add(row, "td", Map.of()), fact.value());
        }
    }

    private void contents(Element page) {
        text(add(page, "h1", Map.of()), "Contents");
        for (var heading : document.headings()) {
            var line = add(page, "p", Map.of("class", "contents-" + heading.level()));
            var link = Map.of("href", "#" + heading.anchor(), "title", alphabet.printable(heading.text()));
            text(add(line, "a", link), heading.text());
        }
    }

    private void block(Element main, Block block) {
        switch (block) {
            case Block.Heading heading ->
                text(add(main, "h" + heading.level(), Map.of("id", heading.anchor())), heading.text());
            case Block.Paragraph paragraph -> text(add(main, "p", Map.of()), paragraph.text());
            case Block.Notice notice -> text(add(main, "p", Map.of("class", "notice")), notice.text());
            case Block.Explanation explanation -> explanation(main, explanation);
            case Block.ItemText text ->
                text(add(main, "p", directed("item-text", text.direction(), text.language())), text.text());
            case Block.Table table -> table(main, table);
            case Block.Quotation quotation -> quotation(main, quotation);
            case Block.Summary summary -> summary(main, summary);
        }
    }

    private void explanation(Element main, Block.Explanation explanation) {
        text(add(main, "p", Map.of("class", "term")), explanation.term());
        text(add(main, "p", Map.of("class", "explanation")), explanation.text());
    }

    private void table(Element main, Block.Table table) {
        text(add(main, "p", Map.of("class", "caption")), table.caption());
        var grid = add(main, "table", Map.of("class", "grid"));
        var heads = add(add(grid, "thead", Map.of()), "tr", Map.of());
        for (var column : table.columns()) {
            text(
                    add(
                            heads,
                            "th",
                            Map.of("scope", "col", "class", kind(column), "style", "width: " + column.percent() + "%")),
                    column.label());
        }
        var rows = add(grid, "tbody", Map.of());
        table.rows().forEach(row -> row(add(rows, "tr", Map.of()), table.columns(), row));
    }

    private void row(Element row, List<Block.Column> columns, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text(add(row, "td", Map.of("class", kind(columns.get(i)))), cells.get(i));
        }
    }

    private static String kind(Block.Column column) {
        return column.numeric() ? "number" : "words";
    }

    private void quotation(Element main, Block.Quotation quotation) {
        var passage = quotation.passage();
        var article = add(
                main,
                "div",
                Map.of("class", passage.suggested() ? "passage suggested" : "passage", "id", quotation.anchor()));
        passageHead(article, passage);
        paragraphs(article, passage.paragraphs(), passage.direction(), passage.language());
        text(add(article, "p", Map.of("class", "note")), passage.note());
    }

    private void passageHead(Element article, QuotedPassage passage) {
        var head = add(article, "p", Map.of("class", "head"));
        text(add(head, "span", Map.of("class", "date")), passage.received());
        text(head, " · ");
        text(add(head, "span", Map.of("class", "source")), passage.source());
        text(head, " · ");
        text(
                add(head, "span", Map.of("class", "reference")),
                passage.reference().value());
    }

    private void paragraphs(Element article, List<String> paragraphs, Direction direction, @Nullable String language) {
        var quote = add(article, "div", directed("quote", direction, language == null ? "" : language));
        for (var paragraph : paragraphs) {
            var side = directed("", Direction.of(paragraph), "");
            LongWords.pieces(paragraph).forEach(piece -> text(add(quote, "p", side), piece));
        }
    }

    private void summary(Element main, Block.Summary summary) {
        var article = add(main, "div", Map.of("class", "passage"));
        var head = add(article, "p", Map.of("class", "head"));
        text(add(head, "span", Map.of("class", "source")), summary.source());
        text(head, " · " + summary.reference());
        paragraphs(article, summary.paragraphs(), summary.direction(), null);
    }

    private static Map<String, String> directed(String name, Direction direction, String language) {
        var side = switch (direction) {
            case LEFT_TO_RIGHT -> "ltr";
            case RIGHT_TO_LEFT -> "rtl";
        };
        return language.isEmpty()
                ? Map.of("class", name + " " + side, "dir", side)
                : Map.of("class", name + " " + side, "dir", side, "lang", language);
    }

    private Element add(Element parent, String name, Map<String, String> attributes) {
        var element = tree.createElement(name);
        attributes.forEach(element::setAttribute);
        parent.appendChild(element);
        return element;
    }

    private void text(Element element, String text) {
        element.appendChild(tree.createTextNode(alphabet.printable(text)));
    }
}
