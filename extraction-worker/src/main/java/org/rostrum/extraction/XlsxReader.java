package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Unit;

/** Reads the sheets of an XLSX: each a part, each row a block (ECMA-376 part 1, 18). */
final class XlsxReader implements Reader {

    private static final String WORKBOOK = "xl/workbook.xml";

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        try (OfficeArchive document = new OfficeArchive(file)) {
            Map<String, String> targets = targets(document);
            SheetCells cells = SheetCells.of(document, blocks);
            blocks.flag(FlagKind.COMMENT, comments(document), "");
            try (Xml xml = document.xml(WORKBOOK).orElseThrow(() -> new IOException("no workbook"))) {
                for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                    if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("sheet")) {
                        sheet(xml, document, targets, cells, part, blocks);
                    }
                }
            }
        }
    }

    private static void sheet(
            Xml xml, OfficeArchive document, Map<String, String> targets, SheetCells cells, Part part, Blocks blocks)
            throws IOException {
        if (!xml.attribute("state").orElse("visible").equals("visible")) {
            blocks.flag(FlagKind.HIDDEN_SHEET);
            return;
        }
        Optional<Xml> rows =
                document.xml(targets.getOrDefault(xml.attribute("id").orElse(""), ""));
        blocks.begin(part.below(xml.attribute("name").orElse("")), part.format().mediaType(), Unit.ROWS);
        if (rows.isPresent()) {
            try (Xml content = rows.get()) {
                new XlsxSheet(content, cells, blocks).read();
            }
        }
    }

    /** The sheets' entries by the ids of their relations to the workbook. */
    private static Map<String, String> targets(OfficeArchive document) throws IOException {
        Map<String, String> targets = new HashMap<>();
        Optional<Xml> relations = document.xml("xl/_rels/workbook.xml.rels");
        if (relations.isPresent()) {
            try (Xml xml = relations.get()) {
                for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                    if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Relationship")) {
                        String target = xml.attribute("Target").orElse("");
                        targets.put(
                                xml.attribute("Id").orElse(""),
                                target.startsWith("/") ? target.substring(1) : "xl/" + target);
                    }
                }
            }
        }
        return targets;
    }

    private static int comments(OfficeArchive document) throws IOException {
        int count = 0;
        for (String name : document.names()
                .filter(name -> name.matches("xl/(.*/)?comments[^/]*\\.xml"))
                .toList()) {
            try (Xml xml = document.xml(name).orElseThrow()) {
                for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                    count += event == XMLStreamConstants.START_ELEMENT
                                    && xml.name().equals("comment")
                            ? 1
                            : 0;
                }
            }
        }
        return count;
    }
}
