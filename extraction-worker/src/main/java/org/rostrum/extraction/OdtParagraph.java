package org.rostrum.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.rostrum.extraction.Response.FlagKind;

/** One paragraph of an ODT or of a cell of an ODS: what of it is seen. */
final class OdtParagraph {

    private static final int MOST_SPACES = 100;

    private final Xml xml;
    private final OdfStyles styles;
    private final Blocks blocks;
    private final WordParagraph.Boxes reader;
    private final StringBuilder text = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private final Gathered boxes = new Gathered();
    /** That the hidden text which is being read is there. */
    private boolean told;

    OdtParagraph(Xml xml, OdfStyles styles, Blocks blocks, WordParagraph.Boxes reader) {
        this.xml = xml;
        this.styles = styles;
        this.blocks = blocks;
        this.reader = reader;
    }

    void read(Optional<String> style) throws IOException {
        inside(styles.look(style, OdfStyles.Look.SEEN));
    }

    String text() {
        return text.toString();
    }

    List<String> notes() {
        return notes;
    }

    Gathered boxes() {
        return boxes;
    }

    private void inside(OdfStyles.Look look) throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.END_DOCUMENT -> {
                    return;
                }
                case XMLStreamConstants.START_ELEMENT -> inline(look);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                    if (!look.isHidden()) {
                        // White space is collapsed (ODF 1.3 part 3, 6.1.2): the line ends of the file are no lines.
                        append(xml.text().replaceAll("\\s+", " "));
                    } else if (!told && !xml.text().isBlank()) {
                        blocks.flag(FlagKind.HIDDEN_TEXT);
                        told = true;
                    }
                }
                default -> {}
            }
        }
    }

    private void append(String more) {
        if (text.length() + more.length() > blocks.left()) {
            throw new Blocks.TooMuchText();
        }
        text.append(more);
    }

    private void inline(OdfStyles.Look look) throws IOException {
        switch (xml.name()) {
            case "s" -> {
                int count = WordStyles.number(xml.attribute("c").orElse("1"), 1);
                sign(" ".repeat(Math.min(MOST_SPACES, count)), look);
            }
            case "tab" -> sign(" ", look);
            case "line-break" -> sign("\n", look);
            case "span" -> {
                OdfStyles.Look inner = styles.look(xml.attribute("style-name"), look);
                told &= look.isHidden();
                inside(inner);
            }
            case "note" -> note();
            case "note-citation" -> xml.skip();
            case "annotation" -> {
                blocks.flag(FlagKind.COMMENT);
                xml.skip();
            }
            case "hidden-text", "hidden-paragraph" -> {
                blocks.flag(FlagKind.HIDDEN_TEXT);
                xml.skip();
            }
            case "text-box" -> boxes.addAll(reader.read());
            default -> {
                if (OdtBody.hasNoText(xml.name())) {
                    xml.skip();
                } else {
                    inside(look);
                }
            }
        }
    }

    private void sign(String sign, OdfStyles.Look look) throws IOException {
        if (!look.isHidden()) {
            append(sign);
        }
        xml.skip();
    }

    private void note() throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("note-body")) {
                    notes.add(reader.read().line());
                } else {
                    xml.skip();
                }
            }
        }
    }
}
