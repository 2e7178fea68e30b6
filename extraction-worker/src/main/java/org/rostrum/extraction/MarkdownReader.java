package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Kind;

/** Reads Markdown (CommonMark, with tables): its words, without its signs. */
final class MarkdownReader implements Reader {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(100)
            .build();

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        PARSER.parse(Decoding.text(file)).accept(new Walk(blocks));
    }

    /** One walk through a document. */
    private static final class Walk extends AbstractVisitor {
        private final Blocks blocks;
        private int lists;
        private String label = "";

        Walk(Blocks blocks) {
            this.blocks = blocks;
        }

        @Override
        public void visit(Heading heading) {
            blocks.add(Kind.HEADING, heading.getLevel(), words(heading), 0, line(heading));
        }

        @Override
        public void visit(Paragraph paragraph) {
            String text = label.isEmpty() ? words(paragraph) : label + " " + words(paragraph);
            label = "";
            blocks.add(lists > 0 ? Kind.LIST_ITEM : Kind.PARAGRAPH, 0, text, 0, line(paragraph));
        }

        @Override
        public void visit(BulletList list) {
            lists++;
            visitChildren(list);
            lists--;
        }

        @Override
        public void visit(OrderedList list) {
            lists++;
            Integer start = list.getMarkerStartNumber();
            int number = start == null ? 1 : start;
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                label = number++ + (list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter());
                item.accept(this);
                label = "";
            }
            lists--;
        }

        @Override
        public void visit(ListItem item) {
            visitChildren(item);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            blocks.add(Kind.PARAGRAPH, 0, code.getLiteral(), 0, line(code) + 1);
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            blocks.add(Kind.PARAGRAPH, 0, code.getLiteral(), 0, line(code));
        }

        /** HTML within Markdown: its words; its comments are for nobody. */
        @Override
        public void visit(HtmlBlock html) {
            if (html.getLiteral().strip().startsWith("<!--")) {
                blocks.flag(FlagKind.COMMENT);
                return;
            }
            blocks.add(
                    Kind.PARAGRAPH, 0, org.jsoup.Jsoup.parse(html.getLiteral()).text(), 0, line(html));
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                rows(table);
            } else {
                visitChildren(block);
            }
        }

        private void rows(Node table) {
            for (Node node = table.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof TableRow row) {
                    blocks.add(Kind.TABLE_ROW, 0, cells(row), 0, line(row));
                } else {
                    rows(node);
                }
            }
        }

        private static String cells(TableRow row) {
            List<Node> cells = new ArrayList<>();
            for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof TableCell) {
                    cells.add(node);
                }
            }
            return cells.stream().map(cell -> words(cell).replace('\t', ' ')).collect(Collectors.joining("\t"));
        }

        private static int line(Node node) {
            return node.getSourceSpans().isEmpty()
                    ? 0
                    : node.getSourceSpans().getFirst().getLineIndex() + 1;
        }

        private static String words(Node block) {
            Words words = new Words();
            for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
                node.accept(words);
            }
            return words.text.toString();
        }
    }

    /** The words of a paragraph. */
    private static final class Words extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append('\n');
        }
    }
}
