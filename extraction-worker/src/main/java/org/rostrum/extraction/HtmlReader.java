package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    /** Says what the end of the file says. */
    private static final Pattern END = Pattern.compile("</(?=(?:body|html)[\\s/>])", Pattern.CASE_INSENSITIVE);

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        read(declaresCharset(bytes) ? parsed(bytes) : parsed(Decoding.text(bytes)), blocks);
    }

    static void read(String html, Blocks blocks) {
        read(parsed(html), blocks);
    }

    /** Where the end of a body stands in more than 256 open elements, the parser does not find the body (jsoup 1.22.2). */
    private static Document parsed(String html) {
        try {
            return Jsoup.parse(html, "", parser());
        } catch (NullPointerException _) {
            return Jsoup.parse(withoutEnd(html), "", parser());
        }
    }

    /** In the character set that they declare. */
    private static Document parsed(byte[] html) throws IOException {
        try {
            return Jsoup.parse(new ByteArrayInputStream(html), null, "", parser());
        } catch (NullPointerException _) {
            byte[] endless = withoutEnd(new String(html, ISO_8859_1)).getBytes(ISO_8859_1);
            return Jsoup.parse(new ByteArrayInputStream(endless), null, "", parser());
        }
    }

    private static String withoutEnd(String html) {
        return END.matcher(html).replaceAll("</end-of-");
    }

    private static void read(Document document, Blocks blocks) {
        Walk walk = new Walk(HtmlHiding.of(document), blocks);
        walk.inside(document.body());
        walk.flush();
        walk.target.moveTo(blocks);
    }

    private static Parser parser() {
        return Parser.htmlParser().setTrackPosition(true);
    }

    /** In the first kilobyte, where HTML wants it (HTML, 4.2.5.4); marks of byte order are ours. */
    private static boolean declaresCharset(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(1024, bytes.length), ISO_8859_1);
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

        void inside(Element parent) {
            for (Node node : parent.childNodes()) {
                if (node instanceof TextNode letters && !(node instanceof CDataNode)) {
                    if (!isHidden(letters, parent)) {
                        append(letters);
                    }
                } else if (node instanceof Element element) {
                    element(element);
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

        private void element(Element element) {
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
                    inside(element);
                    flush();
                    heading = 0;
                }
                case "ul", "ol", "menu", "dl" -> {
                    flush();
                    lists++;
                    inside(element);
                    flush();
                    lists--;
                }
                case "table" -> {
                    flush();
                    rows(element);
                }
                case "br" -> text.append('\n');
                case "pre", "textarea" -> {
                    flush();
                    verbatim = true;
                    inside(element);
                    flush();
                    verbatim = false;
                }
                default -> {
                    boolean isBlock = element.isBlock() || name.equals("label") || name.equals("option");
                    if (isBlock) {
                        flush();
                    }
                    inside(element);
                    if (isBlock) {
                        flush();
                    }
                }
            }
        }

        private void rows(Element parent) {
            for (Element child : parent.children()) {
                switch (child.normalName()) {
                    case "caption" -> row(child, List.of(child));
                    case "tr" -> row(child, child.children());
                    case "thead", "tbody", "tfoot" -> {
                        if (hiding.hides(child)) {
                            child.children().forEach(this::leaveOut);
                        } else {
                            rows(child);
                        }
                    }
                    default -> element(child);
                }
            }
        }

        private void row(Element row, List<Element> cells) {
            if (hiding.hides(row)) {
                leaveOut(row);
                return;
            }
            List<Gathered> gathered = new ArrayList<>();
            for (Element cell : cells) {
                gathered.add(cell(cell));
            }
            target.addRow(gathered);
        }

        private void leaveOut(Element row) {
            blocks.flag(FlagKind.HIDDEN_ROW, row.text().isBlank() ? 0 : 1, "");
        }

        private Gathered cell(Element cell) {
            Gathered outer = target;
            Gathered gathered = new Gathered();
            target = gathered;
            int outerHeading = heading;
            int outerLists = lists;
            heading = 0;
            lists = 0;
            if (!hiding.hides(cell)) {
                inside(cell);
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
