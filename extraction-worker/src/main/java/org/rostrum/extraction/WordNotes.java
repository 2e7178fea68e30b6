package org.rostrum.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;

/** The footnotes and endnotes of a DOCX, by the ids that paragraphs refer to. */
final class WordNotes {

    private final WordStyles styles;
    private final WordNumbering numbering;
    private final Blocks blocks;
    private final Map<String, String> texts = new HashMap<>();

    WordNotes(WordStyles styles, WordNumbering numbering, Blocks blocks) {
        this.styles = styles;
        this.numbering = numbering;
        this.blocks = blocks;
    }

    void read(Optional<Xml> content) throws IOException {
        if (content.isEmpty()) {
            return;
        }
        try (Xml xml = content.get()) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                boolean begins = event == XMLStreamConstants.START_ELEMENT;
                if (begins && (xml.name().equals("footnote") || xml.name().equals("endnote"))) {
                    note(xml);
                }
            }
        }
    }

    private void note(Xml xml) throws IOException {
        String key = key(xml.name(), xml.attribute("id").orElse(""));
        // Lines between text and notes are notes, too.
        if (xml.attribute("type").filter(type -> !type.equals("normal")).isPresent()) {
            xml.skip();
            return;
        }
        texts.put(key, new WordBody(xml, styles, numbering, this, blocks).note());
    }

    /** The text of a note; empty if there is none. */
    String text(String kind, String id) {
        return texts.getOrDefault(key(kind, id), "");
    }

    private static String key(String kind, String id) {
        return kind + " " + id;
    }
}
