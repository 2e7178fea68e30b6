package org.rostrum.publishing.adapter.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.rostrum.publishing.domain.compilation.Compilation;
import org.rostrum.publishing.domain.compilation.CompilationRenderer;
import org.rostrum.publishing.domain.compilation.PrintedDocument;

/** The compilation as a text document with real styles, which people may go on editing. */
public final class DocxCompilations implements CompilationRenderer {
    private static final String SETTINGS = "word/settings.xml";

    private final byte[] styles = resource("styles.xml");
    private final byte[] settings = resource("settings.xml");

    @Override
    public String format() {
        return "docx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    @Override
    public byte[] render(Compilation compilation) {
        var document = PrintedDocument.of(compilation);
        try (var file = new XWPFDocument()) {
            file.createStyles().setStyles(parsedStyles());
            new TextDocument(document, file).write();
            var bytes = new ByteArrayOutputStream();
            file.write(bytes);
            return ReproduciblePackage.of(bytes.toByteArray(), Map.of(SETTINGS, settings));
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory can always be written", e);
        }
    }

    private CTStyles parsedStyles() throws IOException {
        try {
            return StylesDocument.Factory.parse(new ByteArrayInputStream(styles))
                    .getStyles();
        } catch (XmlException e) {
            throw new IllegalStateException("the style sheet of this program is not well-formed", e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = DocxCompilations.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing from this program");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
