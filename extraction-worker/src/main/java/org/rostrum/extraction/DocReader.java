package org.rostrum.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.parser.microsoft.OfficeParser;

/** Reads DOC (Word 97 to 2003) as it is shown when all changes are accepted and nothing hidden is shown. */
final class DocReader implements Reader {

    /** Word 6 and 95 kept their changes in other ways, which nobody reads any more: text alone. */
    private final Reader older = new TikaReader(new OfficeParser());

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                POIFSFileSystem container = new POIFSFileSystem(content);
                HWPFDocument document = new HWPFDocument(container)) {
            DocBody text = new DocBody(document, blocks);
            text.read(document.getRange());
            text.boxes().read(blocks);
            heads(document, blocks);
        } catch (OldWordFileFormatException _) {
            older.read(file, part, blocks);
        }
    }

    private static void heads(HWPFDocument document, Blocks blocks) throws IOException {
        Range heads = document.getHeaderStoryRange();
        if (heads.getEndOffset() > heads.getStartOffset()) {
            blocks.asFurniture(() -> new DocBody(document, blocks).read(heads));
        }
    }
}
