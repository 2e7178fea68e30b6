package org.rostrum.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.txt.TXTParser;
import org.rostrum.extraction.Response.Status;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads one file with Tika: decides its format by content, and gives its text as blocks. */
final class Extractor {

    private static final String PROTECTED_OOXML = "application/x-tika-ooxml-protected";

    private final Detector detector = new DefaultDetector();
    private final Parser parser = new AutoDetectParser(
            detector,
            new PDFParser(),
            new OOXMLParser(),
            new OfficeParser(),
            new OpenDocumentParser(),
            new RTFParser(),
            new JSoupParser(),
            new TXTParser(),
            new RFC822Parser());

    Response extract(Request request) {
        Path file = Path.of(request.file());
        try {
            long size = Files.size(file);
            if (size > request.limits().maxBytes()) {
                return Response.refusal(request, Status.TOO_LARGE, "", size + " bytes");
            }
            return size == 0 ? Response.refusal(request, Status.UNREADABLE, "", "empty") : read(request, file);
        } catch (IOException broken) {
            return Response.refusal(request, Status.UNREADABLE, "", nameOf(broken));
        }
    }

    private Response read(Request request, Path file) throws IOException {
        String detected = detect(file);
        if (detected.equals(PROTECTED_OOXML)) {
            return Response.refusal(request, Status.ENCRYPTED, detected, "");
        }
        Optional<Format> format = Format.of(detected, request.fileName());
        if (format.isPresent()) {
            requireWhole(file, format.get());
            return parse(request, file, format.get());
        }
        Status refusal = Format.isRemainsOf(detected, request.fileName()) ? Status.UNREADABLE : Status.UNSUPPORTED;
        return Response.refusal(request, refusal, detected, "");
    }

    /** By content alone: no name is given to the detector. */
    private String detect(Path file) throws IOException {
        try (TikaInputStream content = TikaInputStream.get(file)) {
            return detector.detect(content, new Metadata()).getBaseType().toString();
        }
    }

    /** Tika salvages what it can from a cut-off archive, and nobody would know that the end is missing. */
    private static void requireWhole(Path file, Format format) throws IOException {
        if (format == Format.DOCX || format == Format.ODT) {
            new ZipFile(file.toFile()).close();
        }
    }

    private Response parse(Request request, Path file, Format format) {
        BlockHandler handler = new BlockHandler(request.limits().maxCharacters());
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, format.mediaType());
        try (TikaInputStream content = TikaInputStream.get(file)) {
            parser.parse(content, handler, metadata, context());
            handler.endDocument();
            return new Response(
                    request.requestId(),
                    Status.OK,
                    format.mediaType(),
                    "",
                    handler.blocks(),
                    handler.warnings(),
                    false);
        } catch (EncryptedDocumentException _) {
            return Response.refusal(request, Status.ENCRYPTED, format.mediaType(), "");
        } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError broken) {
            return Response.refusal(request, statusOf(broken), format.mediaType(), nameOf(broken));
        }
    }

    private static Status statusOf(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof BlockHandler.TooMuchText || (message != null && message.contains("Zip bomb"))) {
                return Status.TOO_LARGE;
            }
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return Status.ENCRYPTED;
            }
        }
        return Status.UNREADABLE;
    }

    /** The kind of failure; its message may quote the file, so it stays here. */
    private static String nameOf(Throwable broken) {
        Throwable cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    private ParseContext context() {
        OfficeParserConfig office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setIncludeHeadersAndFooters(false);
        office.setExtractMacros(false);
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractAnnotationText(false);
        pdf.setExtractBookmarksText(false);
        pdf.setExtractInlineImages(false);
        pdf.setExtractActions(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        context.set(PDFParserConfig.class, pdf);
        // A mail's own body is read by the parser of its type; attachments are not followed.
        context.set(Parser.class, parser);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
