package org.rostrum.publishing.adapter.compilationhtml;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** HTML that is also well-formed XML; every text and every attribute is escaped by the writer, so nothing can be forgotten. */
final class Markup {
    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter out;

    Markup() {
        written.append("<!DOCTYPE html>\n");
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
    }

    /** Something inside an element. */
    interface Content {
        void write();
    }

    void element(String name, Map<String, String> attributes, Content content) {
        unchecked(() -> {
            out.writeStartElement(name);
            writeAttributes(attributes);
        });
        content.write();
        unchecked(out::writeEndElement);
    }

    void element(String name, Map<String, String> attributes, String text) {
        element(name, attributes, () -> text(text));
    }

    void element(String name, String text) {
        element(name, Map.of(), text);
    }

    /** An element that HTML never closes, such as {@code link}. */
    void lone(String name, Map<String, String> attributes) {
        unchecked(() -> {
            out.writeEmptyElement(name);
            writeAttributes(attributes);
        });
    }

    void text(String text) {
        unchecked(() -> out.writeCharacters(text));
    }

    void newLine() {
        text("\n");
    }

    String written() {
        unchecked(out::flush);
        return written.toString();
    }

    /** Sorted, for the order of a {@link Map} is not the same in every run. */
    private void writeAttributes(Map<String, String> attributes) throws XMLStreamException {
        for (var name : attributes.keySet().stream().sorted().toList()) {
            out.writeAttribute(name, attributes.getOrDefault(name, ""));
        }
    }

    private interface Writing {
        void write() throws XMLStreamException;
    }

    private static void unchecked(Writing writing) {
        try {
            writing.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
    }
}
