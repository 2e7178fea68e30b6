package org.rostrum.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.WordStyles.ListPlace;

/** One paragraph of a DOCX: what of it is seen, and what it says of itself. */
final class WordParagraph {

    private static final String WHITE = "FFFFFF";
    /** In half-points. Letters of one point are not meant to be read. House choice. */
    private static final int SMALLEST = 2;

    private static final Set<String> NO_TEXT = Set.of(
            "delText", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "fldChar", "Fallback", "tblGrid", "ruby-rt");

    private final Xml xml;
    private final WordStyles styles;
    private final WordNotes allNotes;
    private final Blocks blocks;
    private final Boxes reader;
    private final StringBuilder text = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private final Gathered boxes = new Gathered();
    private String style = "";
    private @Nullable Integer outline;
    private @Nullable String list;
    private int listLevel;
    private boolean coloured;
    private boolean markDeleted;
    private boolean lastWasHidden;
    /** Hidden for itself, not only white or tiny: what is anchored in it is not shown, either. */
    private boolean vanished;

    /** Reads the text box that has just begun. */
    interface Boxes {
        Gathered read() throws IOException;
    }

    WordParagraph(Xml xml, WordStyles styles, WordNotes allNotes, Blocks blocks, boolean coloured, Boxes reader) {
        this.xml = xml;
        this.styles = styles;
        this.allNotes = allNotes;
        this.blocks = blocks;
        this.coloured = coloured;
        this.reader = reader;
    }

    void read() throws IOException {
        inside();
    }

    String text() {
        return text.toString();
    }

    String style() {
        return style;
    }

    List<String> notes() {
        return notes;
    }

    Gathered boxes() {
        return boxes;
    }

    /** Its end was deleted: the next paragraph goes on with it. */
    boolean runsOn() {
        return markDeleted;
    }

    int headingLevel() {
        return outline != null ? WordStyles.levelOfOutline(outline) : styles.headingLevel(style);
    }

    Optional<ListPlace> listPlace() {
        if ("0".equals(list)) {
            return Optional.empty();
        }
        return list != null ? Optional.of(new ListPlace(list, listLevel)) : styles.list(style);
    }

    private void inside() throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                inline();
            }
        }
    }

    private void inline() throws IOException {
        switch (xml.name()) {
            case "pPr" -> properties();
            case "r" -> run();
            case "del" -> leaveOut(FlagKind.TRACKED_DELETION);
            case "moveFrom" -> leaveOut(FlagKind.TRACKED_MOVE);
            case "ins" -> {
                blocks.flag(FlagKind.TRACKED_INSERTION);
                inside();
            }
            default -> {
                if (NO_TEXT.contains(xml.name())) {
                    xml.skip();
                } else {
                    inside();
                }
            }
        }
    }

    private void leaveOut(FlagKind kind) throws IOException {
        blocks.flag(kind);
        xml.skip();
    }

    private void properties() throws IOException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                property();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    private void property() throws IOException {
        String value = xml.attribute("val").orElse("");
        switch (xml.name()) {
            case "pStyle" -> style = value;
            case "outlineLvl" -> outline = WordStyles.number(value, 9);
            case "numId" -> list = value;
            case "ilvl" -> listLevel = WordStyles.number(value, 0);
            case "shd" -> coloured |= isColour(xml.attribute("fill").orElse("auto"));
            // Of the paragraph's mark: a deleted one joins two paragraphs.
            case "del" -> {
                markDeleted = true;
                blocks.flag(FlagKind.TRACKED_DELETION);
            }
            case "ins" -> blocks.flag(FlagKind.TRACKED_INSERTION);
            default -> {}
        }
    }

    private static boolean isColour(String fill) {
        return !fill.equals("auto") && !fill.equalsIgnoreCase(WHITE);
    }

    private void run() throws IOException {
        boolean outer = vanished;
        vanished = styles.isHidden(style);
        inRun(vanished);
        vanished = outer;
    }

    private void inRun(boolean ofStyle) throws IOException {
        boolean hidden = ofStyle;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("rPr")) {
                    hidden = runIsHidden(hidden);
                } else {
                    content(hidden);
                }
            }
        }
    }

    private boolean runIsHidden(boolean inherited) throws IOException {
        vanished = inherited;
        boolean white = false;
        boolean tiny = false;
        boolean shaded = coloured;
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                String value = xml.attribute("val").orElse("");
                switch (xml.name()) {
                    case "rStyle" -> vanished |= styles.isHidden(value);
                    case "vanish" -> vanished = xml.isOn();
                    case "color" -> white = value.equalsIgnoreCase(WHITE);
                    case "sz" -> tiny = WordStyles.number(value, 20) <= SMALLEST;
                    case "shd" -> shaded |= isColour(xml.attribute("fill").orElse("auto"));
                    case "highlight" -> shaded |= !value.equals("none") && !value.equals("white");
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
        }
        return vanished || tiny || (white && !shaded);
    }

    private void content(boolean hidden) throws IOException {
        switch (xml.name()) {
            case "t" -> letters(hidden);
            case "tab", "ptab" -> sign(" ", hidden);
            case "br", "cr" -> sign("\n", hidden);
            case "noBreakHyphen" -> sign("-", hidden);
            case "footnoteReference" -> noteTo("footnote");
            case "endnoteReference" -> noteTo("endnote");
            case "txbxContent" -> box();
            default -> {
                if (NO_TEXT.contains(xml.name())) {
                    xml.skip();
                } else {
                    nested(hidden);
                }
            }
        }
    }

    /** Drawings, alternatives, phonetic guides: what they hold of text. */
    private void nested(boolean hidden) throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("r")) {
                    run();
                } else {
                    content(hidden);
                }
            }
        }
    }

    private void sign(String sign, boolean hidden) throws IOException {
        if (!hidden) {
            text.append(sign);
        }
        xml.skip();
    }

    private void box() throws IOException {
        if (vanished) {
            leaveOut(FlagKind.HIDDEN_TEXT);
        } else {
            boxes.addAll(reader.read());
        }
    }

    private void noteTo(String kind) throws IOException {
        String note = allNotes.text(kind, xml.attribute("id").orElse(""));
        if (vanished && !note.isBlank()) {
            blocks.flag(FlagKind.HIDDEN_TEXT);
        } else if (!note.isBlank()) {
            notes.add(note);
        }
        xml.skip();
    }

    private void letters(boolean hidden) throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
                take(xml.text(), hidden);
            }
        }
    }

    private void take(String letters, boolean hidden) {
        if (hidden && !letters.isBlank()) {
            blocks.flag(FlagKind.HIDDEN_TEXT, lastWasHidden ? 0 : 1, "");
        }
        if (!hidden) {
            if (text.length() + letters.length() > blocks.left()) {
                throw new Blocks.TooMuchText();
            }
            text.append(letters);
        }
        lastWasHidden = hidden;
    }
}
