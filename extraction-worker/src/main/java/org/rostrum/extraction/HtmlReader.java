package org.rostrum.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Kind;

/** Reads HTML as a browser would show it without scripts and without what is elsewhere. */
final class HtmlReader implements Reader {

    private static final Set<String> NO_TEXT = Set.of(
            "head",
            "script",
            "style",
            "template",
            "noscript",
            "iframe",
            "object",
            "embed",
            "svg",
            "canvas",
            "select",
            "datalist",
            "rp",
            "rt");
    private static final int DEEPEST = 400;

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Document document;
        if (declaresCharset(bytes)) {
            try (InputStream content = Files.newInputStream(file)) {
                document = Jsoup.parse(content, null, "", parser());
            }
        } else {
            document = Jsoup.parse(Decoding.text(bytes), "", parser());
        }
        read(document, blocks);
    }

    static void read(String html, Blocks blocks) {
        read(Jsoup.parse(html, "", parser()), blocks);
    }

    private static void read(Document document, Blocks blocks) {
        Walk walk = new Walk(HtmlHiding.of(document), blocks);
        walk.inside(document.body(), 0);
        walk.flush();
        walk.target.moveTo(blocks);
    }

    private static Parser parser() {
        return Parser.htmlParser().setTrackPosition(true);
    }

    /** In the first kilobyte, where HTML wants it (HTML, 4.2.5.4); marks of byte order are ours. */
    private static boolean declaresCharset(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(1024, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        return head.toLowerCase(Locale.ROOT).contains("charset=");
    }

    /** One walk through a document. */
    private static final class Walk {
        private final HtmlHiding hiding;
        private final Blocks blocks;
        private final Set<Element> toldOf = Collections.newSetFromMap(new IdentityHashMap<>());
        private Gathered target = new Gathered();
        private final StringBuilder text = new StringBuilder();
        private int line;
        private int heading;
        private int lists;
        private boolean verbatim;

        Walk(HtmlHiding hiding, Blocks blocks) {
            this.hiding = hiding;
            this.blocks = blocks;
        }

        void inside(Element parent, int depth) {
            if (depth > DEEPEST) {
                return;
            }
            for (Node node : parent.childNodes()) {
                if (node instanceof TextNode letters && !(node instanceof CDataNode)) {
                    if (!isHidden(letters, parent)) {
                        append(letters);
                    }
                } else if (node instanceof Element element) {
                    element(element, depth);
                } else if (HtmlHiding.isComment(node)) {
                    blocks.flag(FlagKind.COMMENT);
                }
            }
        }

        private boolean isHidden(TextNode letters, Element parent) {
            Optional<Element> hider = hiding.hiderOf(parent);
            if (hider.isPresent() && !letters.isBlank() && toldOf.add(hider.get())) {
                blocks.flag(FlagKind.HIDDEN_TEXT);
            }
            return hider.isPresent();
        }

        private void append(TextNode node) {
            String letters =
                    verbatim ? node.getWholeText() : node.getWholeText().replaceAll("\\s+", " ");
            if (text.isEmpty() && letters.isBlank()) {
                return;
            }
            if (text.isEmpty()) {
                line = node.sourceRange().start().lineNumber() + leadingLines(node.getWholeText());
            }
            if (text.length() + letters.length() > blocks.left()) {
                throw new Blocks.TooMuchText();
            }
            text.append(letters);
        }

        private static int leadingLines(String letters) {
            int lines = 0;
            for (int i = 0; i < letters.length() && Character.isWhitespace(letters.charAt(i)); i++) {
                lines += letters.charAt(i) == '\n' ? 1 : 0;
            }
            return lines;
        }

        private void element(Element element, int depth) {
            String name = element.normalName();
            if (NO_TEXT.contains(name)) {
                return;
            }
            if (hiding.hides(element)) {
                blocks.flag(FlagKind.HIDDEN_TEXT, element.text().isBlank() ? 0 : 1, "");
                return;
            }
            switch (name) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    flush();
                    heading = name.charAt(1) - '0';
                    inside(element, depth + 1);
                    flush();
                    heading = 0;
                }
                case "ul", "ol", "menu", "dl" -> {
                    flush();
                    lists++;
                    inside(element, depth + 1);
                    flush();
                    lists--;
                }
                case "table" -> table(element, depth);
                case "br" -> text.append('\n');
                case "pre", "textarea" -> {
                    flush();
                    verbatim = true;
                    inside(element, depth + 1);
                    flush();
                    verbatim = false;
                }
                default -> {
                    boolean isBlock = element.isBlock() || name.equals("label") || name.equals("option");
                    if (isBlock) {
                        flush();
                    }
                    inside(element, depth + 1);
                    if (isBlock) {
                        flush();
                    }
                }
            }
        }

        private void table(Element table, int depth) {
            flush();
            rows(table, depth);
        }

        private void rows(Element parent, int depth) {
            for (Element child : parent.children()) {
                switch (child.normalName()) {
                    case "caption" -> row(child, List.of(child), depth);
                    case "tr" -> row(child, child.children(), depth);
                    case "thead", "tbody", "tfoot" -> {
                        if (hiding.hides(child)) {
                            child.children().forEach(this::leaveOut);
                        } else {
                            rows(child, depth);
                        }
                    }
                    default -> {}
                }
            }
        }

        private void row(Element row, List<Element> cells, int depth) {
            if (hiding.hides(row)) {
                leaveOut(row);
                return;
            }
            List<Gathered> gathered = new ArrayList<>();
            for (Element cell : cells) {
                gathered.add(cell(cell, depth + 1));
            }
            target.addRow(gathered);
        }

        private void leaveOut(Element row) {
            blocks.flag(FlagKind.HIDDEN_ROW, row.text().isBlank() ? 0 : 1, "");
        }

        private Gathered cell(Element cell, int depth) {
            Gathered outer = target;
            Gathered gathered = new Gathered();
            target = gathered;
            int outerHeading = heading;
            int outerLists = lists;
            heading = 0;
            lists = 0;
            if (!hiding.hides(cell)) {
                inside(cell, depth);
                flush();
            } else {
                blocks.flag(FlagKind.HIDDEN_TEXT, cell.text().isBlank() ? 0 : 1, "");
            }
            heading = outerHeading;
            lists = outerLists;
            target = outer;
            return gathered;
        }

        void flush() {
            Kind kind = heading > 0 ? Kind.HEADING : lists > 0 ? Kind.LIST_ITEM : Kind.PARAGRAPH;
            target.add(kind, heading, text.toString(), line);
            text.setLength(0);
        }
    }
}
