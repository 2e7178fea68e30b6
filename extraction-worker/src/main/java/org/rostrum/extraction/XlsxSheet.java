package org.rostrum.extraction;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.rostrum.extraction.Response.FlagKind;

/** One sheet of an XLSX, row by row (ECMA-376 part 1, 18.3). */
final class XlsxSheet {

    private static final int LETTERS = 26;
    /** Hidden columns up to the end of the sheet are none that anybody wrote in. */
    private static final int WIDEST = 500;

    private final Xml xml;
    private final SheetCells cells;
    private final Blocks blocks;
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final Set<Integer> leftOut = new HashSet<>();
    private int number;

    XlsxSheet(Xml xml, SheetCells cells, Blocks blocks) {
        this.xml = xml;
        this.cells = cells;
        this.blocks = blocks;
    }

    void read() throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "col" -> column();
                    case "row" -> row();
                    default -> {}
                }
            }
        }
        blocks.flag(FlagKind.HIDDEN_COLUMN, leftOut.size(), "");
    }

    private void column() {
        if (isTrue("hidden")) {
            int last = Math.min(WIDEST, WordStyles.number(xml.attribute("max").orElse("0"), WIDEST));
            for (int i = WordStyles.number(xml.attribute("min").orElse("1"), 1); i <= last; i++) {
                hiddenColumns.add(i - 1);
            }
        }
    }

    private boolean isTrue(String attribute) {
        return xml.attribute(attribute).orElse("0").matches("1|true");
    }

    private void row() throws IOException {
        number = WordStyles.number(xml.attribute("r").orElse(""), number + 1);
        boolean hidden = isTrue("hidden");
        Row row = new Row();
        int column = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
                column = columnOf(xml.attribute("r").orElse(""), column);
                String text = cell();
                if (hiddenColumns.contains(column)) {
                    if (!text.isBlank()) {
                        leftOut.add(column);
                    }
                } else {
                    row.put(column, text);
                }
                column++;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                xml.skip();
            }
        }
        if (hidden) {
            blocks.flag(FlagKind.HIDDEN_ROW, row.isEmpty() ? 0 : 1, "");
        } else {
            row.emit(number, blocks);
        }
    }

    /** B7 stands in column 1, counted from 0. */
    private static int columnOf(String reference, int otherwise) {
        int column = 0;
        int letters = 0;
        for (;
                letters < reference.length() && letters < 3 && Character.isLetter(reference.charAt(letters));
                letters++) {
            column = column * LETTERS + Character.toUpperCase(reference.charAt(letters)) - 'A' + 1;
        }
        return letters == 0 ? otherwise : column - 1;
    }

    private String cell() throws IOException {
        String type = xml.attribute("t").orElse("n");
        int style = WordStyles.number(xml.attribute("s").orElse("0"), 0);
        String value = "";
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "v" -> value = valueOf();
                    case "is" -> value = SheetCells.richText(xml);
                    default -> xml.skip();
                }
            }
        }
        return value.isBlank() ? "" : cells.show(type, style, value);
    }

    private String valueOf() throws IOException {
        StringBuilder value = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
                value.append(xml.text());
            }
        }
        return value.toString();
    }
}
