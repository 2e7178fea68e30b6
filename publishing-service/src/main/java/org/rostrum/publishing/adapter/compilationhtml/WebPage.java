package org.rostrum.publishing.adapter.compilationhtml;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
            page.element("body", Map.of(), this::body);
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
            page.lone("link", Map.of("rel", "icon", "href", "/assets/favicon.svg", "type", "image/svg+xml"));
            alternate("application/pdf", "pdf");
            alternate("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
            alternate("application/json", "json");
        });
    }

    private void alternate(String mediaType, String format) {
        page.lone("link", Map.of("rel", "alternate", "type", mediaType, "href", "compilation." + format));
    }

    private void body() {
        page.element("a", Map.of("class", "r-skip", "href", "#main"), "Skip to content");
        page.newLine();
        page.element("header", Map.of("class", "r-header"), this::brand);
        page.newLine();
        page.element("main", Map.of("class", "r-main r-width compilation", "id", "main"), () -> {
            titlePage();
            page.newLine();
            page.element("nav", Map.of("class", "r-contents", "aria-labelledby", "contents"), this::contents);
            page.newLine();
            sections();
        });
        page.newLine();
        page.element(
                "footer",
                Map.of("class", "r-footer"),
                () -> page.element("div", Map.of("class", "r-width"), this::footer));
    }

    private void brand() {
        page.element(
                "div",
                Map.of("class", "r-width r-header__bar"),
                () -> page.element("a", Map.of("class", "r-brand", "href", "/"), () -> {
                    page.lone("img", Map.of("src", "/assets/logo.svg", "alt", "", "width", "36", "height", "36"));
                    page.text("Rostrum");
                }));
    }

    private void titlePage() {
        page.element("div", Map.of("class", "r-title"), () -> {
            page.element("p", Map.of("class", "r-title__kicker"), "Consolidated document");
            page.element("h1", title.consultationTitle());
            page.element("p", Map.of("class", "r-lead"), title.roundTitle());
        });
        page.element(
                "dl",
                Map.of("class", "r-facts"),
                () -> document.facts()
                        .forEach(fact -> page.element("div", Map.of(), () -> {
                            page.element("dt", fact.label());
                            page.element("dd", fact.value());
                        })));
        page.element("ul", Map.of("class", "r-downloads"), () -> {
            download("pdf");
            download("docx");
            download("json");
        });
    }

    private void download(String format) {
        page.element(
                "li",
                Map.of(),
                () -> page.element(
                        "a",
                        Map.of("class", "r-button r-button--secondary", "href", "compilation." + format),
                        format.toUpperCase(Locale.ROOT)));
    }

    private void contents() {
        page.element("h2", Map.of("id", "contents"), "Contents");
        page.element(
                "ol",
                Map.of(),
                () -> document.headings()
                        .forEach(heading -> page.element(
                                "li",
                                Map.of("class", "compilation-contents-" + heading.level()),
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
            case Block.Notice notice -> notice(notice);
            case Block.Explanation explanation -> explanation(explanation);
            case Block.ItemText text ->
                page.element(
                        "p",
                        Map.of("class", "r-card r-card--sunken", "lang", text.language(), "dir", "auto"),
                        text.text());
            case Block.Table table -> table(table);
            case Block.Quotation quotation -> quotation(quotation);
            case Block.Summary summary -> summary(summary);
        }
    }

    private void notice(Block.Notice notice) {
        page.element("div", Map.of("class", "r-notice r-notice--warning"), () -> page.element("p", notice.text()));
    }

    private void explanation(Block.Explanation explanation) {
        page.element("p", Map.of(), () -> {
            page.element("strong", explanation.term() + ".");
            page.text(" " + explanation.text());
        });
    }

    /** The roles keep it a table where the design system turns rows into cards. */
    private void table(Block.Table table) {
        page.element("table", Map.of("class", "r-table", "role", "table"), () -> {
            page.element("caption", table.caption());
            page.element(
                    "thead",
                    Map.of("role", "rowgroup"),
                    () -> page.element(
                            "tr", Map.of("role", "row"), () -> table.columns().forEach(this::columnHead)));
            page.element(
                    "tbody", Map.of("role", "rowgroup"), () -> table.rows().forEach(row -> row(table.columns(), row)));
        });
    }

    private void columnHead(Block.Column column) {
        page.element("th", cell(column, Map.of("scope", "col", "role", "columnheader")), column.label());
    }

    private void row(List<Block.Column> columns, List<String> cells) {
        page.newLine();
        page.element("tr", Map.of("role", "row"), () -> {
            for (int i = 0; i < cells.size(); i++) {
                var column = columns.get(i);
                var attributes = Map.of("role", "cell", "data-label", column.label(), "dir", "auto");
                page.element("td", cell(column, attributes), cells.get(i));
            }
        });
    }

    private static Map<String, String> cell(Block.Column column, Map<String, String> attributes) {
        if (!column.numeric()) {
            return attributes;
        }
        var numeric = new HashMap<>(attributes);
        numeric.put("class", "r-number");
        return numeric;
    }

    private void quotation(Block.Quotation quotation) {
        var passage = quotation.passage();
        var head = quotation.anchor() + "-head";
        var attributes = Map.of("class", kind(passage), "id", quotation.anchor(), "aria-labelledby", head);
        page.element("article", attributes, () -> {
            page.element("p", Map.of("class", "r-passage__meta", "id", head), () -> passageHead(passage));
            page.element(
                    "blockquote",
                    quoteAttributes(passage),
                    () -> passage.paragraphs()
                            .forEach(paragraph -> page.element("p", Map.of("dir", "auto"), paragraph)));
            page.element("p", Map.of("class", "r-small r-soft"), passage.note());
        });
    }

    private static String kind(QuotedPassage passage) {
        return passage.suggested() ? "r-passage r-passage--suggested" : "r-passage";
    }

    private void passageHead(QuotedPassage passage) {
        page.element("time", Map.of("datetime", passage.receivedAt().toString()), passage.received());
        page.text(" ");
        source(passage.source(), passage.reference().value());
    }

    private void source(String source, String reference) {
        page.element("bdi", Map.of("class", "r-passage__source"), source);
        page.text(" ");
        var address = Map.of("href", "/consultations/" + title.consultation() + "/contributions/" + reference);
        page.element("a", address, () -> page.element("code", Map.of("class", "r-mono"), reference));
    }

    private static Map<String, String> quoteAttributes(QuotedPassage passage) {
        return passage.language() == null
                ? Map.of("class", "r-user-text", "dir", "auto")
                : Map.of("class", "r-user-text", "dir", "auto", "lang", passage.language());
    }

    private void summary(Block.Summary summary) {
        page.element("article", Map.of("class", "r-passage"), () -> {
            page.element("p", Map.of("class", "r-passage__meta"), () -> source(summary.source(), summary.reference()));
            page.element(
                    "blockquote",
                    Map.of("class", "r-user-text", "dir", "auto"),
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

    private void link(String target, String text) {
        page.element("a", Map.of("href", target), text);
    }
}
