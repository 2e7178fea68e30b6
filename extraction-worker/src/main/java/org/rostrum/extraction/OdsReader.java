package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Unit;

/** Reads the sheets of an ODS: each a part, each row a block (ODF 1.3 part 3, 9). */
final class OdsReader implements Reader {

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        try (OfficeArchive document = new OfficeArchive(file)) {
            OdfStyles styles = OdfStyles.read(document);
            try (Xml xml = document.xml("content.xml").orElseThrow(() -> new IOException("no content"))) {
                boolean inBody = false;
                for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                    if (event != XMLStreamConstants.START_ELEMENT) {
                        continue;
                    }
                    inBody |= xml.name().equals("body");
                    if (inBody && xml.name().equals("table")) {
                        new Sheet(xml, styles, part, blocks).read();
                    } else if (inBody && xml.name().equals("tracked-changes")) {
                        blocks.flag(FlagKind.TRACKED_DELETION);
                        xml.skip();
                    }
                }
            }
        }
    }

    /** One sheet. */
    private static final class Sheet {
        private final Xml xml;
        private final OdfStyles styles;
        private final Part part;
        private final Blocks blocks;
        private final Set<Integer> hiddenColumns = new HashSet<>();
        private int columns;
        private int number = 1;

        Sheet(Xml xml, OdfStyles styles, Part part, Blocks blocks) {
            this.xml = xml;
            this.styles = styles;
            this.part = part;
            this.blocks = blocks;
        }

        void read() throws IOException {
            if (styles.isHidden(xml.attribute("style-name"))) {
                blocks.flag(FlagKind.HIDDEN_SHEET);
                xml.skip();
                return;
            }
            String name = xml.attribute("name").orElse("");
            blocks.begin(part.below(name), part.format().mediaType(), Unit.ROWS);
            inside();
            blocks.flag(FlagKind.HIDDEN_COLUMN, hiddenColumns.size(), "");
        }

        private void inside() throws IOException {
            for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
                if (event == XMLStreamConstants.END_DOCUMENT) {
                    return;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.name()) {
                        case "table-row" -> row();
                        case "table-column" -> column();
                        case "shapes", "forms", "named-expressions", "database-ranges" -> xml.skip();
                        default -> inside();
                    }
                }
            }
        }

        private void column() throws IOException {
            int times = repeated("number-columns-repeated");
            if (isHidden()) {
                for (int i = 0; i < Math.min(times, 1_000); i++) {
                    hiddenColumns.add(columns + i);
                }
            }
            columns += times;
            xml.skip();
        }

        private boolean isHidden() {
            return !xml.attribute("visibility").orElse("visible").equals("visible");
        }

        private int repeated(String attribute) {
            return Math.max(1, WordStyles.number(xml.attribute(attribute).orElse("1"), 1));
        }

        private void row() throws IOException {
            int times = repeated("number-rows-repeated");
            boolean hidden = isHidden();
            Row row = new Row();
            int column = 0;
            for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
                if (event == XMLStreamConstants.END_DOCUMENT) {
                    return;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    int cells = repeated("number-columns-repeated");
                    String text = cell();
                    for (int i = 0; i < Math.min(cells, 50); i++) {
                        row.put(column + i, hiddenColumns.contains(column + i) ? "" : text);
                    }
                    column += cells;
                }
            }
            if (hidden && !row.isEmpty()) {
                blocks.flag(FlagKind.HIDDEN_ROW, times, "");
            } else if (!row.isEmpty()) {
                row.emit(number, blocks);
            }
            number += times;
        }

        private String cell() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
                if (event == XMLStreamConstants.END_DOCUMENT) {
                    break;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (xml.name().equals("p")) {
                        OdtParagraph paragraph = new OdtParagraph(xml, styles, blocks, this::box);
                        paragraph.read(xml.attribute("style-name"));
                        text.append(text.isEmpty() ? "" : "\n").append(paragraph.text());
                    } else {
                        blocks.flag(FlagKind.COMMENT, xml.name().equals("annotation") ? 1 : 0, "");
                        xml.skip();
                    }
                }
            }
            return text.toString();
        }

        /** A drawing in a cell is no part of the table. */
        private Gathered box() throws IOException {
            xml.skip();
            return new Gathered();
        }
    }
}
