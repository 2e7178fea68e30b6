package org.rostrum.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads with one of Tika's parsers. */
final class TikaReader implements Reader {

    private final Parser parser;

    TikaReader(Parser parser) {
        this.parser = parser;
    }

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        BlockHandler handler = new BlockHandler(blocks);
        Metadata metadata = new Metadata();
        metadata.set(
                TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, part.format().mediaType());
        try (TikaInputStream content = TikaInputStream.get(file)) {
            parser.parse(content, handler, metadata, context());
            handler.endDocument();
        } catch (SAXException | TikaException broken) {
            throw new IOException(broken);
        }
    }

    private static ParseContext context() {
        OfficeParserConfig office = new OfficeParserConfig();
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setIncludeHeadersAndFooters(false);
        office.setExtractMacros(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
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
