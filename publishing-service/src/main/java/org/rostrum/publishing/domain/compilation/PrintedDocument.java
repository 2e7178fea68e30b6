package org.rostrum.publishing.domain.compilation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The compilation laid out for print: what stands on its pages and in which order, before any file format. */
public record PrintedDocument(TitlePage title, String language, List<Fact> facts, List<Block> blocks) {
    private static final int DEEPEST_HEADING = 4;

    /** One line of the title page. */
    public record Fact(String label, String value) {}

    public PrintedDocument {
        facts = List.copyOf(facts);
        blocks = List.copyOf(blocks);
    }

    public static PrintedDocument of(Compilation compilation) {
        var blocks = new ArrayList<Block>();
        howToRead(compilation, blocks);
        statistics(compilation.statistics(), blocks);
        contributors(compilation.contributors(), blocks);
        items(compilation, blocks);
        unfiled(compilation, blocks);
        addendum(compilation, blocks);
        return new PrintedDocument(compilation.title(), compilation.language(), facts(compilation), blocks);
    }

    /** The headings, which are the table of contents. */
    public List<Block.Heading> headings() {
        return blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .toList();
    }

    /** Every character that is printed anywhere, once. */
    public IntStream characters() {
        var words = new StringBuilder(title.toString());
        facts.forEach(words::append);
        blocks.forEach(words::append);
        return words.codePoints().distinct();
    }

    private static List<Fact> facts(Compilation compilation) {
        var title = compilation.title();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Organiser", title.organiser()));
        if (title.organiserReference() != null) {
            facts.add(new Fact("Organiser’s reference", title.organiserReference()));
        }
        facts.add(new Fact("Round", title.roundTitle()));
        facts.add(new Fact("Period", title.period()));
        title.extensions()
                .forEach(extension -> facts.add(new Fact("Extended", extension.printed() + ". " + extension.reason())));
        facts.add(new Fact("Contents", contents(compilation.statistics())));
        facts.add(new Fact("As of", title.asOfPrinted()));
        facts.add(new Fact("Revision", title.revision()));
        return facts;
    }

    private static String contents(Statistics statistics) {
        return Completeness.counted(statistics.contributions(), "contribution") + ", "
                + Completeness.counted(statistics.passages(), "passage");
    }

    private static void howToRead(Compilation compilation, List<Block> blocks) {
        if (compilation.notice() != null) {
            blocks.add(new Block.Notice(compilation.notice()));
        }
        blocks.add(new Block.Heading(1, "how-to-read", "How to read this document"));
        compilation
                .howToRead()
                .forEach(guidance -> blocks.add(new Block.Explanation(guidance.title(), guidance.text())));
    }

    private static void statistics(Statistics statistics, List<Block> blocks) {
        blocks.add(new Block.Heading(1, "statistics", "Statistics"));
        blocks.add(new Block.Paragraph(
                contents(statistics) + ", printed " + Completeness.counted(statistics.placements(), "time")
                        + " in all; of the passages, " + statistics.unfiled() + " answer no question."));
        blocks.add(
                new Block.Table("What became of what was received", accountingColumns(), accountingRows(statistics)));
        blocks.add(new Block.Paragraph(statistics.accounting().line()));
        if (statistics.contributions() > 0) {
            blocks.add(
                    counts("Contributions by stakeholder group", "Stakeholder group", statistics.byStakeholderGroup()));
            blocks.add(counts("Contributions by country", "Country", statistics.byCountry()));
            blocks.add(counts("Contributions by language", "Language", statistics.byLanguage()));
        }
        blocks.add(counts("Contributions by item", "Item", statistics.byItem()));
    }

    private static List<Block.Column> accountingColumns() {
        return List.of(new Block.Column("State", 80, false), new Block.Column("Submissions", 20, true));
    }

    private static List<List<String>> accountingRows(Statistics statistics) {
        var accounting = statistics.accounting();
        var rows = new ArrayList<List<String>>();
        accounting
                .places()
                .forEach(place -> rows.add(List.of(
                        place.label().substring(0, 1).toUpperCase(Locale.ROOT)
                                + place.label().substring(1),
                        Integer.toString(place.submissions()))));
        rows.add(List.of("Received", Integer.toString(accounting.received())));
        return rows;
    }

    private static Block.Table counts(String caption, String what, List<Statistics.Count> counts) {
        return new Block.Table(
                caption,
                List.of(
                        new Block.Column(what, 60, false),
                        new Block.Column("Contributions", 20, true),
                        new Block.Column("Passages", 20, true)),
                counts.stream()
                        .map(count -> List.of(
                                count.label(),
                                Integer.toString(count.contributions()),
                                Integer.toString(count.passages())))
                        .toList());
    }

    private static void contributors(List<ListedContribution> contributors, List<Block> blocks) {
        blocks.add(new Block.Heading(1, "contributors", "Contributors"));
        if (contributors.isEmpty()) {
            blocks.add(new Block.Paragraph("There are none."));
            return;
        }
        blocks.add(new Block.Table("Contributors in the order of receipt", contributorColumns(), rows(contributors)));
        summaries(contributors, blocks);
    }

    private static List<Block.Column> contributorColumns() {
        return List.of(
                new Block.Column("No.", 6, true),
                new Block.Column("Contributor", 31, false),
                new Block.Column("Country", 16, false),
                new Block.Column("Stakeholder group", 16, false),
                new Block.Column("Received", 15, false),
                new Block.Column("Reference", 16, false));
    }

    private static List<List<String>> rows(List<ListedContribution> contributors) {
        var rows = new ArrayList<List<String>>();
        for (var each : contributors) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    each.contributor(),
                    each.country() == null ? "–" : each.country(),
                    each.stakeholderGroup() == null ? "–" : each.stakeholderGroup(),
                    each.arrival(),
                    each.version() == 1 ? each.reference().value() : each.reference() + " version " + each.version()));
        }
        return rows;
    }

    private static void summaries(List<ListedContribution> contributors, List<Block> blocks) {
        if (contributors.stream().allMatch(each -> each.summary() == null)) {
            return;
        }
        blocks.add(new Block.Heading(2, "summaries", "Summaries in the contributors’ own words"));
        for (var each : contributors) {
            if (each.summary() != null) {
                blocks.add(new Block.Summary(
                        each.source(),
                        each.reference().value(),
                        Direction.of(each.summary()),
                        PrintableText.paragraphs(each.summary())));
            }
        }
    }

    private static void items(Compilation compilation, List<Block> blocks) {
        blocks.add(new Block.Heading(1, "items", "Responses by item"));
        if (compilation.items().isEmpty()) {
            blocks.add(new Block.Paragraph("This round has no items."));
        }
        compilation.items().forEach(item -> item(item, blocks));
    }

    private static void item(ItemSection item, List<Block> blocks) {
        var anchor = "item-" + item.number();
        blocks.add(new Block.Heading(Math.min(item.level() + 1, DEEPEST_HEADING), anchor, item.heading()));
        item.textsBeyondHeading()
                .forEach(official -> blocks.add(
                        new Block.ItemText(official.language(), Direction.of(official.text()), official.text())));
        if (item.passages().isEmpty()) {
            blocks.add(new Block.Paragraph("No passage is filed under this item."));
        }
        quote(anchor, item.passages(), blocks);
    }

    private static void unfiled(Compilation compilation, List<Block> blocks) {
        blocks.add(new Block.Heading(1, "no-question", Wording.ANSWERS_NO_QUESTION));
        blocks.add(new Block.Paragraph(
                compilation.answersNoQuestion().isEmpty()
                        ? "There are none: every passage is filed under an item."
                        : "These passages answer none of the items. Nothing that was cleared is left out."));
        quote("no-question", compilation.answersNoQuestion(), blocks);
    }

    private static void addendum(Compilation compilation, List<Block> blocks) {
        var addendum = compilation.addendum();
        if (addendum == null) {
            return;
        }
        blocks.add(new Block.Heading(1, "addendum", "Addendum: late contributions"));
        blocks.add(new Block.Paragraph(Completeness.counted(addendum.contributions(), "contribution")
                + " arrived after the round had closed. Only the items that they answer are listed."));
        for (var item : addendum.items()) {
            var anchor = "addendum-" + item.number();
            blocks.add(new Block.Heading(2, anchor, item.heading()));
            quote(anchor, item.passages(), blocks);
        }
        if (!addendum.answersNoQuestion().isEmpty()) {
            blocks.add(new Block.Heading(2, "addendum-no-question", Wording.ANSWERS_NO_QUESTION));
            quote("addendum-no-question", addendum.answersNoQuestion(), blocks);
        }
    }

    private static void quote(String under, List<QuotedPassage> passages, List<Block> blocks) {
        passages.forEach(passage ->
                blocks.add(new Block.Quotation(under + "-" + passage.reference() + "-" + passage.ordinal(), passage)));
    }
}
