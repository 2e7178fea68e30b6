package org.rostrum.publishing.adapter.compilationhtml;

import java.util.List;
import java.util.Map;
import org.rostrum.publishing.domain.compilation.Block;
import org.rostrum.publishing.domain.compilation.PrintedDocument;
import org.rostrum.publishing.domain.compilation.QuotedPassage;
import org.rostrum.publishing.domain.compilation.TitlePage;

/** One printed document as HTML. */
final class WebPage {
    private final PrintedDocument document;
    private final TitlePage title;
    private final Markup page = new Markup();

    WebPage(PrintedDocument document) {
        this.document = document;
        this.title = document.title();
    }

    String markup() {
        page.element("html", Map.of("lang", document.language(), "dir", "ltr"), () -> {
            head();
            page.newLine();
            page.element("body", Map.of("class", "compilation"), this::body);
        });
        page.newLine();
        return page.written();
    }

    private void head() {
        page.element("head", Map.of(), () -> {
            page.lone("meta", Map.of("charset", "utf-8"));
            page.lone("meta", Map.of("name", "viewport", "content", "width=device-width, initial-scale=1"));
            page.element("title", title.documentTitle());
            page.lone("link", Map.of("rel", "stylesheet", "href", "/assets/rostrum.css"));
            page.lone("link", Map.of("rel", "stylesheet", "href", "/assets/compilation.css"));
            alternate("application/pdf", "pdf");
            alternate("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
            alternate("application/json", "json");
        });
    }

    private void alternate(String mediaType, String format) {
        page.lone("link", Map.of("rel", "alternate", "type", mediaType, "href", "compilation." + format));
    }

    private void body() {
        page.element("a", Map.of("class", "skip-link", "href", "#content"), "Skip to the content");
        page.newLine();
        page.element("header", Map.of("class", "compilation-title"), this::titlePage);
        page.newLine();
        page.element("nav", Map.of("class", "compilation-contents", "aria-labelledby", "contents"), this::contents);
        page.newLine();
        page.element("main", Map.of("id", "content", "tabindex", "-1"), this::sections);
        page.newLine();
        page.element("footer", Map.of("class", "compilation-footer"), this::footer);
    }

    private void titlePage() {
        page.element("p", Map.of("class", "compilation-kind"), "Consolidated document");
        page.element("h1", title.consultationTitle());
        page.element(
                "dl",
                Map.of("class", "compilation-facts"),
                () -> document.facts()
                        .forEach(fact -> page.element("div", Map.of(), () -> {
                            page.element("dt", fact.label());
                            page.element("dd", fact.value());
                        })));
        page.element("p", Map.of("class", "compilation-formats"), () -> {
            page.text("The same document as ");
            link("compilation.pdf", "PDF");
            page.text(", ");
            link("compilation.docx", "DOCX");
            page.text(" or ");
            link("compilation.json", "JSON");
            page.text(".");
        });
    }

    private void contents() {
        page.element("h2", Map.of("id", "contents"), "Contents");
        page.element(
                "ol",
                Map.of(),
                () -> document.headings()
                        .forEach(heading -> page.element(
                                "li",
                                Map.of("class", "contents-" + heading.level()),
                                () -> link("#" + heading.anchor(), heading.text()))));
    }

    /** Each part, from one heading of level 1 to the next, is a section of its own. */
    private void sections() {
        var blocks = document.blocks();
        int from = 0;
        while (from < blocks.size()) {
            int to = from + 1;
            while (to < blocks.size() && !startsPart(blocks.get(to))) {
                to++;
            }
            section(blocks.subList(from, to));
            from = to;
        }
    }

    private static boolean startsPart(Block block) {
        return block instanceof Block.Heading heading && heading.level() == 1;
    }

    private void section(List<Block> part) {
        var attributes = part.getFirst() instanceof Block.Heading heading
                ? Map.of("aria-labelledby", heading.anchor())
                : Map.<String, String>of();
        page.element("section", attributes, () -> part.forEach(this::block));
        page.newLine();
    }

    private void block(Block block) {
        page.newLine();
        switch (block) {
            case Block.Heading heading ->
                page.element("h" + (heading.level() + 1), Map.of("id", heading.anchor()), heading.text());
            case Block.Paragraph paragraph -> page.element("p", paragraph.text());
            case Block.Notice notice -> page.element("p", Map.of("class", "notice", "role", "note"), notice.text());
            case Block.Explanation explanation -> explanation(explanation);
            case Block.ItemText text ->
                page.element("p", Map.of("class", "item-text", "lang", text.language(), "dir", "auto"), text.text());
            case Block.Table table -> table(table);
            case Block.Quotation quotation -> quotation(quotation);
            case Block.Summary summary -> summary(summary);
        }
    }

    private void explanation(Block.Explanation explanation) {
        page.element("p", Map.of("class", "explanation"), () -> {
            page.element("strong", explanation.term() + ".");
            page.text(" " + explanation.text());
        });
    }

    /** In a frame that scrolls by itself and can be reached by keyboard: a wide table never widens the page. */
    private void table(Block.Table table) {
        var frame = Map.of("class", "table-frame", "role", "region", "aria-label", table.caption(), "tabindex", "0");
        page.element(
                "div",
                frame,
                () -> page.element("table", Map.of(), () -> {
                    page.element("caption", table.caption());
                    page.element(
                            "thead",
                            Map.of(),
                            () -> page.element(
                                    "tr",
                                    Map.of(),
                                    () -> table.columns()
                                            .forEach(column ->
                                                    page.element("th", cell(column, "scope", "col"), column.label()))));
                    page.element("tbody", Map.of(), () -> table.rows().forEach(row -> row(table.columns(), row)));
                }));
    }

    private void row(List<Block.Column> columns, List<String> cells) {
        page.newLine();
        page.element("tr", Map.of(), () -> {
            for (int i = 0; i < cells.size(); i++) {
                page.element("td", cell(columns.get(i), "dir", "auto"), cells.get(i));
            }
        });
    }

    private static Map<String, String> cell(Block.Column column, String name, String value) {
        return column.numeric() ? Map.of("class", "number", name, value) : Map.of(name, value);
    }

    private void quotation(Block.Quotation quotation) {
        var passage = quotation.passage();
        var head = quotation.anchor() + "-head";
        var attributes = Map.of("class", "passage", "id", quotation.anchor(), "aria-labelledby", head);
        page.element("article", attributes, () -> {
            page.element("p", Map.of("class", "passage-head", "id", head), () -> passageHead(passage));
            page.element(
                    "blockquote",
                    quoteAttributes(passage),
                    () -> passage.paragraphs()
                            .forEach(paragraph -> page.element("p", Map.of("dir", "auto"), paragraph)));
            page.element("p", Map.of("class", "passage-note"), passage.note());
        });
    }

    private void passageHead(QuotedPassage passage) {
        page.element("time", Map.of("datetime", passage.receivedAt().toString()), passage.received());
        page.text(" · ");
        page.element("bdi", Map.of("class", "passage-source"), passage.source());
        page.text(" · ");
        link(contributionPath(passage.reference().value()), passage.reference().value());
    }

    private static Map<String, String> quoteAttributes(QuotedPassage passage) {
        return passage.language() == null ? Map.of("dir", "auto") : Map.of("dir", "auto", "lang", passage.language());
    }

    private void summary(Block.Summary summary) {
        page.element("article", Map.of("class", "passage"), () -> {
            page.element("p", Map.of("class", "passage-head"), () -> {
                page.element("bdi", Map.of("class", "passage-source"), summary.source());
                page.text(" · ");
                link(contributionPath(summary.reference()), summary.reference());
            });
            page.element(
                    "blockquote",
                    Map.of("dir", "auto"),
                    () -> summary.paragraphs()
                            .forEach(paragraph -> page.element("p", Map.of("dir", "auto"), paragraph)));
        });
    }

    private void footer() {
        page.element(
                "p",
                title.consultationTitle() + ", " + title.roundTitle() + ". As of " + title.asOfPrinted() + ", revision "
                        + title.revision() + ".");
    }

    private String contributionPath(String reference) {
        return "/consultations/" + title.consultation() + "/contributions/" + reference;
    }

    private void link(String target, String text) {
        page.element("a", Map.of("href", target), text);
    }
}
