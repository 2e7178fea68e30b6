package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Who reads which format. */
final class Readers {

    private final Map<Format, Reader> readers = new EnumMap<>(Format.class);

    Readers(Extractor inner, Ocr ocr) {
        Members members = new Members(inner);
        Reader html = new HtmlReader();
        Reader pictures = new PictureReader(ocr);
        readers.put(Format.PDF, new PdfReader(ocr));
        readers.put(Format.DOCX, new DocxReader());
        readers.put(Format.DOC, new DocReader());
        readers.put(Format.ODT, new OdtReader());
        readers.put(Format.RTF, new RtfReader());
        readers.put(Format.HTML, html);
        readers.put(Format.XHTML, html);
        readers.put(Format.TEXT, new TextReader());
        readers.put(Format.MARKDOWN, new MarkdownReader());
        readers.put(Format.CSV, new CsvReader());
        readers.put(Format.XLSX, new XlsxReader());
        readers.put(Format.ODS, new OdsReader());
        readers.put(Format.EMAIL, new MailReader(members));
        readers.put(Format.OUTLOOK, new OutlookReader(members));
        readers.put(Format.ZIP, new ArchiveReader(members));
        readers.put(Format.PNG, pictures);
        readers.put(Format.JPEG, pictures);
        readers.put(Format.TIFF, pictures);
    }

    void read(Path file, Reader.Part part, Blocks blocks) throws IOException {
        Reader reader = readers.get(part.format());
        if (reader == null) {
            throw new IllegalStateException("Nobody reads " + part.format());
        }
        reader.read(file, part, blocks);
    }
}
