package org.rostrum.extraction;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.Response.FlagKind;

/** What the properties of a table of a DOCX, of its rows and of its cells say of what is seen (ECMA-376 part 1, 17.4); reads each to its end. */
final class WordTableProperties {

    private final Xml xml;
    private final Blocks blocks;

    WordTableProperties(Xml xml, Blocks blocks) {
        this.xml = xml;
        this.blocks = blocks;
    }

    /** A style of tables may colour rows: then nobody can tell from here which letters are seen. */
    boolean colour() throws IOException {
        boolean coloured = false;
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                String style = xml.attribute("val").orElse("");
                coloured |= xml.name().equals("shd")
                        || (xml.name().equals("tblStyle") && !style.matches("TableGrid|TableNormal"));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return coloured;
            }
        }
        return coloured;
    }

    /** Why a row is not seen; null if it is. */
    @Nullable
    FlagKind leaveOutRow() throws IOException {
        FlagKind leftOut = null;
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                if (xml.name().equals("del")) {
                    leftOut = FlagKind.TRACKED_DELETION;
                } else if (xml.name().equals("hidden") && xml.isOn()) {
                    leftOut = FlagKind.HIDDEN_ROW;
                }
                if (xml.name().equals("ins")) {
                    blocks.flag(FlagKind.TRACKED_INSERTION);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return leftOut;
            }
        }
        return leftOut;
    }
}
