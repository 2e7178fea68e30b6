package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import org.rostrum.extraction.Response.FlagKind;

/** Reads DOCX as its author's program shows it when all changes are accepted and nothing hidden is shown. */
final class DocxReader implements Reader {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String USUAL_MAIN = "word/document.xml";

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        try (OfficeArchive document = new OfficeArchive(file)) {
            Map<String, List<String>> entries = entriesByType(document);
            WordStyles styles = WordStyles.read(xml(document, entries, "styles"));
            WordNumbering numbering = WordNumbering.read(xml(document, entries, "numbering"));
            blocks.flag(FlagKind.COMMENT, count(document, entries, "comments", "comment"), "");
            WordNotes notes = new WordNotes(styles, numbering, blocks);
            notes.read(xml(document, entries, "footnotes"));
            notes.read(xml(document, entries, "endnotes"));
            Optional<Xml> main = xml(document, entries, "document.main");
            if (main.isEmpty()) {
                main = document.xml(USUAL_MAIN);
            }
            try (Xml body = main.orElseThrow(() -> new IOException("no main document"))) {
                new WordBody(body, styles, numbering, notes, blocks).read();
            }
            for (String name : runningHeads(entries)) {
                Optional<Xml> content = document.xml(name);
                if (content.isPresent()) {
                    try (Xml xml = content.get()) {
                        blocks.asFurniture(new WordBody(xml, styles, numbering, notes, blocks)::read);
                    }
                }
            }
        }
    }

    /** Entries by the end of their content type: programs are free to call them what they like. */
    private static Map<String, List<String>> entriesByType(OfficeArchive document) throws IOException {
        Map<String, List<String>> entries = new HashMap<>();
        try (Xml xml = document.xml(CONTENT_TYPES).orElseThrow(() -> new IOException("no content types"))) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Override")) {
                    String type = xml.attribute("ContentType").orElse("").replaceAll("^.*ml\\.|\\+xml$", "");
                    String name = xml.attribute("PartName").orElse("").replaceFirst("^/", "");
                    entries.computeIfAbsent(type, _ -> new ArrayList<>()).add(name);
                }
            }
        }
        return entries;
    }

    private static Optional<Xml> xml(OfficeArchive document, Map<String, List<String>> entries, String type)
            throws IOException {
        List<String> names = entries.getOrDefault(type, List.of());
        return names.isEmpty() ? Optional.empty() : document.xml(names.getFirst());
    }

    private static int count(OfficeArchive document, Map<String, List<String>> entries, String type, String element)
            throws IOException {
        int count = 0;
        Optional<Xml> content = xml(document, entries, type);
        if (content.isPresent()) {
            try (Xml xml = content.get()) {
                for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                    if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals(element)) {
                        count++;
                    }
                }
            }
        }
        return count;
    }

    private static List<String> runningHeads(Map<String, List<String>> entries) {
        return Stream.of("header", "footer")
                .flatMap(type -> entries.getOrDefault(type, List.of()).stream())
                .toList();
    }
}
