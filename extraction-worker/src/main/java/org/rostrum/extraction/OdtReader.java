package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;

/** Reads ODT as its author's program shows it when all changes are accepted and nothing hidden is shown. */
final class OdtReader implements Reader {

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        try (OfficeArchive document = new OfficeArchive(file)) {
            OdfStyles styles = OdfStyles.read(document);
            try (Xml xml = document.xml("content.xml").orElseThrow(() -> new IOException("no content"))) {
                for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                    if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("body")) {
                        new OdtBody(xml, styles, blocks).read();
                    }
                }
            }
        }
    }
}
