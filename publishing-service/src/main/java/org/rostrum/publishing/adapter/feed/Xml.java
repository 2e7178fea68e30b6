package org.rostrum.publishing.adapter.feed;

import java.nio.charset.StandardCharsets;
import org.rostrum.publishing.domain.compilation.PrintableText;

/** Writes small XML documents that are well-formed whatever the texts are. */
final class Xml {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /** Opens an element; attributes come as names and values in turn. */
    Xml open(String name, String... attributes) {
        tag(name, attributes);
        out.append(">\n");
        return this;
    }

    Xml close(String name) {
        out.append("</").append(name).append(">\n");
        return this;
    }

    Xml empty(String name, String... attributes) {
        tag(name, attributes);
        out.append("/>\n");
        return this;
    }

    Xml text(String name, String text, String... attributes) {
        tag(name, attributes);
        out.append('>').append(escape(text));
        return close(name);
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
            out.append('"');
        }
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Safe in XML 1.0 and in HTML, in text and in quoted attributes. */
    static String escape(String text) {
        return PrintableText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
