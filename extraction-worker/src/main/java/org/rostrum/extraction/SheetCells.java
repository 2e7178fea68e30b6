package org.rostrum.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;

/** What the cells of an XLSX show: shared strings, and numbers and dates in the form that their style gives them. */
final class SheetCells {

    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final List<String> strings = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> formatOfStyle = new ArrayList<>();

    static SheetCells of(OfficeArchive document, Blocks blocks) throws IOException {
        SheetCells cells = new SheetCells();
        Optional<Xml> strings = document.xml("xl/sharedStrings.xml");
        if (strings.isPresent()) {
            try (Xml xml = strings.get()) {
                cells.readStrings(xml, blocks);
            }
        }
        Optional<Xml> styles = document.xml("xl/styles.xml");
        if (styles.isPresent()) {
            try (Xml xml = styles.get()) {
                cells.readStyles(xml);
            }
        }
        return cells;
    }

    private void readStrings(Xml xml, Blocks blocks) throws IOException {
        long characters = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("si")) {
                String text = richText(xml);
                characters += text.length();
                if (characters > blocks.left()) {
                    throw new Blocks.TooMuchText();
                }
                strings.add(text);
            }
        }
    }

    /** The text of the element that has just begun, without its pronunciation. */
    static String richText(Xml xml) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("rPh")) {
                xml.skip();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                inText = xml.name().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
                inText = false;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            } else if (inText && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE)) {
                text.append(xml.text());
            }
        }
        return text.toString();
    }

    private void readStyles(Xml xml) throws IOException {
        boolean inCells = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("cellXfs")) {
                inCells = false;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "numFmt" ->
                    formats.put(
                            number(xml, "numFmtId"), xml.attribute("formatCode").orElse("General"));
                case "cellXfs" -> inCells = true;
                case "xf" -> {
                    if (inCells) {
                        formatOfStyle.add(number(xml, "numFmtId"));
                    }
                }
                default -> {}
            }
        }
    }

    private static int number(Xml xml, String attribute) {
        return WordStyles.number(xml.attribute(attribute).orElse("0"), 0);
    }

    /** What a cell of this type and style shows for this value (ECMA-376 part 1, 18.3.1.4). */
    String show(String type, int style, String value) {
        return switch (type) {
            case "s" -> {
                int index = WordStyles.number(value.strip(), -1);
                yield index >= 0 && index < strings.size() ? strings.get(index) : "";
            }
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            case "str", "inlineStr", "d", "e" -> value;
            default -> formatted(style, value.strip());
        };
    }

    private String formatted(int style, String value) {
        int index = style < formatOfStyle.size() ? formatOfStyle.get(style) : 0;
        String own = formats.get(index);
        String format = own != null ? own : BuiltinFormats.getBuiltinFormat(index);
        try {
            return formatter.formatRawCellContents(
                    Double.parseDouble(value), index, format == null ? "General" : format);
        } catch (RuntimeException _) {
            // A format that nobody understands: the number itself.
            return value;
        }
    }
}
