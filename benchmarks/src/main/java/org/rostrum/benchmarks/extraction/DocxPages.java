package org.rostrum.benchmarks.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A DOCX of so many characters: paragraphs of about ninety words, each in a few runs. */
final class DocxPages {
    private static final int PARAGRAPH = 600;
    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml"
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>""";
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Target="word/document.xml"
             Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
            </Relationships>""";
    private static final String BEGINNING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""";

    private DocxPages() {}

    static byte[] of(int characters, long seed) {
        var random = new Random(seed);
        var words = new MadeUpText(random);
        var body = new StringBuilder(BEGINNING);
        for (int left = characters; left > 0; left -= PARAGRAPH) {
            body.append("<w:p>");
            int runs = random.nextInt(1, 5);
            for (int run = 0; run < runs; run++) {
                body.append("<w:r><w:t xml:space=\"preserve\">")
                        .append(words.of(Math.min(left, PARAGRAPH) / runs))
                        .append("</w:t></w:r>");
            }
            body.append("</w:p>");
        }
        return zipped(body.append("</w:body></w:document>").toString());
    }

    private static byte[] zipped(String body) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "_rels/.rels", RELATIONS);
            put(zip, "word/document.xml", body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
