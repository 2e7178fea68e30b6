package org.rostrum.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.rostrum.extraction.Response.Status;

/** Reads XML event by event: no DTD, no entity, no file but this one. */
final class Xml implements AutoCloseable {

    /** Deeper than any document; what is deeper is made to exhaust. House choice. */
    private static final int DEEPEST = 500;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private int depth;

    Xml(InputStream content) throws IOException {
        try {
            this.reader = FACTORY.createXMLStreamReader(content);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** What comes next: one of {@link XMLStreamConstants}; {@code END_DOCUMENT} at the end. */
    int next() throws IOException {
        try {
            int event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refused(Status.UNSAFE, "a document type definition");
            }
            count(event);
            return event;
        } catch (XMLStreamException | RuntimeException broken) {
            throw new IOException(broken);
        }
    }

    private void count(int event) throws Refused {
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw new Refused(Status.UNSAFE, "too deep");
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
    }

    /** The local name of the element that begins or ends. */
    String name() {
        return reader.getLocalName();
    }

    String text() {
        return reader.getText();
    }

    /** An attribute by its local name, whatever its namespace: prefixes and dialects vary, meanings do not. */
    Optional<String> attribute(String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** Whether an on/off property is on: without a value it is. */
    boolean isOn() {
        String value = attribute("val").orElse("true");
        return !value.equals("0") && !value.equals("false") && !value.equals("off") && !value.equals("none");
    }

    /** Goes on to the end of the element that has just begun. */
    void skip() throws IOException {
        for (int open = 1; open > 0; ) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }
}
