package org.rostrum.publishing.adapter.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.rostrum.publishing.domain.compilation.Compilation;
import org.rostrum.publishing.domain.compilation.CompilationRenderer;
import org.rostrum.publishing.domain.compilation.PrintedDocument;

/** The compilation as one PDF that satisfies PDF/UA-1 and PDF/A-3u. */
public final class PdfCompilations implements CompilationRenderer {
    static final String PRODUCER = "Rostrum";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final byte[] SCREEN_COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // The typesetter logs pieces of text that it finds odd; a log never holds an answer.
        XRLog.setLoggingEnabled(false);
    }

    private final Typefaces typefaces;
    private final String styles = resource("compilation-print.css");

    public PdfCompilations(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    @Override
    public String format() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public byte[] render(Compilation compilation) {
        var document = PrintedDocument.of(compilation);
        var alphabet = typefaces.covering(document.characters());
        try {
            return typeset(document, alphabet);
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF of " + compilation.title().round() + " could not be typeset", e);
        }
    }

    private byte[] typeset(PrintedDocument document, Alphabet alphabet) throws IOException {
        try (var file = new PDDocument()) {
            var builder = new PdfRendererBuilder()
                    .usePDDocument(file)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_3_U)
                    .useColorProfile(SCREEN_COLOURS)
                    .withProducer(PRODUCER)
                    .useReplacementText("\uFFFD")
                    .defaultTextDirection(TextDirection.LTR)
                    .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                    .useUnicodeBidiReorderer(new ICUBidiReorderer())
                    .useExternalResourceAccessControl(
                            (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withW3cDocument(PrintPages.of(document, alphabet, fonts(alphabet) + styles), "");
            useFonts(builder, file, alphabet);
            return typeset(builder, document);
        }
    }

    private static byte[] typeset(PdfRendererBuilder builder, PrintedDocument document) throws IOException {
        try (var renderer = builder.buildPdfRenderer();
                var typeset = renderer.createPDFKeepOpen()) {
            LinkDescriptions.addTo(typeset);
            new FixedMetadata(document).stamp(typeset);
            var bytes = new ByteArrayOutputStream();
            typeset.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static String fonts(Alphabet alphabet) {
        var families = IntStream.range(0, alphabet.faces().size())
                .mapToObj(PdfCompilations::family)
                .collect(Collectors.joining(", "));
        return "html { font-family: " + families + "; }\n";
    }

    private static void useFonts(PdfRendererBuilder builder, PDDocument file, Alphabet alphabet) throws IOException {
        for (int place = 0; place < alphabet.faces().size(); place++) {
            var face = alphabet.faces().get(place);
            useFont(builder, file, face, family(place), REGULAR);
            var bold = face.sibling("Bold");
            if (bold.isPresent()) {
                useFont(builder, file, bold.get(), family(place), BOLD);
            }
        }
    }

    private static void useFont(PdfRendererBuilder builder, PDDocument file, Typeface face, String family, int weight)
            throws IOException {
        var font = PDType0Font.load(file, face.load(), true);
        builder.useFont(new PDFontSupplier(font), family, weight, FontStyle.NORMAL, true);
    }

    private static String family(int place) {
        return "face-" + place;
    }

    private static String resource(String name) {
        try (var stream = PdfCompilations.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the style sheet " + name + " is missing from this program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
