package org.rostrum.publishing.adapter.docx;

import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.rostrum.publishing.domain.compilation.Block;
import org.rostrum.publishing.domain.compilation.Direction;
import org.rostrum.publishing.domain.compilation.PrintedDocument;
import org.rostrum.publishing.domain.compilation.TitlePage;

/** One printed document as paragraphs and tables of a text document. Lengths are twentieths of a point. */
final class TextDocument {
    private static final int PAGE_WIDTH = 11_906;
    private static final int PAGE_HEIGHT = 16_838;
    private static final int SIDE_MARGIN = 1_250;
    private static final int TOP_MARGIN = 1_500;
    private static final int TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN;
    private static final int LONGEST_BOOKMARK = 40;

    private final PrintedDocument document;
    private final TitlePage title;
    private final XWPFDocument file;
    private final Map<String, String> bookmarks = new HashMap<>();

    TextDocument(PrintedDocument document, XWPFDocument file) {
        this.document = document;
        this.title = document.title();
        this.file = file;
    }

    void write() {
        properties();
        nameBookmarks();
        titlePage();
        contents();
        document.blocks().forEach(this::block);
        page();
        runningLines();
    }

    /** The organiser stands as author: no person is named. */
    private void properties() {
        var core = file.getProperties().getCoreProperties();
        var date = Optional.of(Date.from(title.asOf().truncatedTo(ChronoUnit.SECONDS)));
        core.setTitle(title.documentTitle());
        core.setCreator(title.organiser());
        core.setDescription("Revision " + title.revision());
        core.setCreated(date);
        core.setModified(date);
        file.getProperties().getExtendedProperties().setApplication("Rostrum");
    }

    /** Bookmarks hold letters, digits and underscores, at most 40. */
    private void nameBookmarks() {
        for (var heading : document.headings()) {
            var name = heading.anchor().replaceAll("[^A-Za-z0-9]", "_");
            var unique = name.length() > LONGEST_BOOKMARK || bookmarks.containsValue(name)
                    ? "heading_" + bookmarks.size()
                    : name;
            bookmarks.put(heading.anchor(), unique);
        }
    }

    private void titlePage() {
        paragraph("Organiser", title.organiser());
        paragraph("DocumentKind", "Consolidated document");
        paragraph("Title", title.consultationTitle());
        paragraph("Subtitle", title.roundTitle());
        var facts = table("FactsTable", List.of(26, 74), document.facts().size());
        for (int i = 0; i < document.facts().size(); i++) {
            var fact = document.facts().get(i);
            var row = facts.getRow(i);
            var label = cell(row.getCell(0), "TableText", fact.label());
            label.getRuns().forEach(run -> run.setBold(true));
            cell(row.getCell(1), "TableText", fact.value());
        }
    }

    /** A field that the word processor can bring up to date, filled already, so that it reads well without. */
    private void contents() {
        paragraph("TOCHeading", "Contents");
        var headings = document.headings();
        for (int i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            var line = file.createParagraph();
            line.setStyle("TOC" + heading.level());
            if (i == 0) {
                beginField(line, " TOC \\o \"1-4\" \\h \\z \\u ");
            }
            var link = line.getCTP().addNewHyperlink();
            link.setAnchor(bookmark(heading));
            link.addNewR().addNewT().setStringValue(heading.text());
            if (i == headings.size() - 1) {
                line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
            }
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph("Normal", paragraph.text());
            case Block.Notice notice -> paragraph("Notice", notice.text());
            case Block.Explanation explanation -> {
                paragraph("Term", explanation.term());
                paragraph("Normal", explanation.text());
            }
            case Block.ItemText text -> directed("ItemText", new Words(text.text(), text.language()));
            case Block.Table table -> table(table);
            case Block.Quotation quotation -> quotation(quotation);
            case Block.Summary summary -> {
                paragraph("PassageHead", summary.source() + " · " + summary.reference());
                summary.paragraphs().forEach(text -> quote("Quote", new Words(text, "")));
            }
        }
    }

    private void heading(Block.Heading heading) {
        var paragraph = file.createParagraph();
        paragraph.setStyle("Heading" + heading.level());
        var id = BigInteger.valueOf(document.headings().indexOf(heading));
        var start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(id);
        start.setName(bookmark(heading));
        Words.of(heading.text()).addTo(paragraph);
        paragraph.getCTP().addNewBookmarkEnd().setId(id);
    }

    private void quotation(Block.Quotation quotation) {
        var passage = quotation.passage();
        paragraph("PassageHead", passage.received() + " · " + passage.source() + " · " + passage.reference());
        var language = passage.language() == null ? "" : passage.language();
        var style = passage.suggested() ? "QuoteSuggested" : "Quote";
        passage.paragraphs().forEach(text -> quote(style, new Words(text, language)));
        file.getLastParagraph().setKeepNext(true);
        paragraph("PassageNote", passage.note());
    }

    private void quote(String style, Words words) {
        switch (Direction.of(words.text())) {
            case LEFT_TO_RIGHT -> directed(style, words);
            case RIGHT_TO_LEFT -> directed(style + "RightToLeft", words);
        }
    }

    private void table(Block.Table table) {
        paragraph("Caption", table.caption());
        var widths = table.columns().stream().map(Block.Column::percent).toList();
        var grid = table("RostrumTable", widths, table.rows().size() + 1);
        grid.getCTTbl().getTblPr().addNewTblCaption().setVal(table.caption());
        var head = grid.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < widths.size(); i++) {
            var column = table.columns().get(i);
            align(cell(head.getCell(i), "TableHead", column.label()), column);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            row(grid, row + 1, table.columns(), table.rows().get(row));
        }
        paragraph("TableText", "");
    }

    private static void row(XWPFTable grid, int place, List<Block.Column> columns, List<String> cells) {
        var row = grid.getRow(place);
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            align(cell(row.getCell(i), "TableText", cells.get(i)), columns.get(i));
        }
    }

    private static void align(XWPFParagraph paragraph, Block.Column column) {
        if (column.numeric()) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
    }

    private XWPFTable table(String style, List<Integer> percents, int rows) {
        var table = file.createTable(rows, percents.size());
        table.setStyleID(style);
        var properties = table.getCTTbl().getTblPr();
        properties.unsetTblBorders();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        properties.getTblW().setType(STTblWidth.DXA);
        properties.getTblW().setW(BigInteger.valueOf(TEXT_WIDTH));
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        percents.forEach(percent -> grid.addNewGridCol().setW(width(percent)));
        for (var row : table.getRows()) {
            for (int i = 0; i < percents.size(); i++) {
                var width = row.getCell(i).getCTTc().addNewTcPr().addNewTcW();
                width.setType(STTblWidth.DXA);
                width.setW(width(percents.get(i)));
            }
        }
        return table;
    }

    private static BigInteger width(int percent) {
        return BigInteger.valueOf(TEXT_WIDTH * (long) percent / 100);
    }

    private static XWPFParagraph cell(XWPFTableCell cell, String style, String text) {
        var paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle(style);
        Words.of(text).addTo(paragraph);
        return paragraph;
    }

    private void page() {
        var section = file.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        var margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(SIDE_MARGIN));
        margins.setRight(BigInteger.valueOf(SIDE_MARGIN));
        margins.setTop(BigInteger.valueOf(TOP_MARGIN));
        margins.setBottom(BigInteger.valueOf(TOP_MARGIN));
        margins.setHeader(BigInteger.valueOf(TOP_MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(TOP_MARGIN / 2));
        margins.setGutter(BigInteger.ZERO);
        section.addNewTitlePg();
    }

    private void runningLines() {
        file.createHeader(HeaderFooterType.FIRST);
        file.createFooter(HeaderFooterType.FIRST);
        var header = file.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        header.setStyle("Header");
        Words.of(title.consultationTitle() + " · " + title.roundTitle()).addTo(header);
        var footer = file.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setStyle("Footer");
        Words.of("As of " + title.asOfPrinted() + ", revision " + title.revision())
                .addTo(footer);
        footer.createRun().addTab();
        Words.of("Page ").addTo(footer);
        field(footer, " PAGE ");
        Words.of(" of ").addTo(footer);
        field(footer, " NUMPAGES ");
    }

    private static void field(XWPFParagraph paragraph, String instruction) {
        beginField(paragraph, instruction);
        paragraph.createRun().setText("1");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    private static void beginField(XWPFParagraph paragraph, String instruction) {
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(instruction);
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    }

    private String bookmark(Block.Heading heading) {
        return bookmarks.getOrDefault(heading.anchor(), heading.anchor());
    }

    private void paragraph(String style, String text) {
        var paragraph = file.createParagraph();
        paragraph.setStyle(style);
        Words.of(text).addTo(paragraph);
    }

    private void directed(String style, Words words) {
        var paragraph = file.createParagraph();
        paragraph.setStyle(style);
        if (Direction.of(words.text()) == Direction.RIGHT_TO_LEFT) {
            paragraph.getCTP().getPPr().addNewBidi();
        }
        words.addTo(paragraph);
    }
}
