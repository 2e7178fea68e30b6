package org.rostrum.extraction;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Office documents, written by hand. */
final class Office {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private Office() {}

    /** A DOCX of this body, with styles, a numbering, a comment, a footnote and a header. */
    static byte[] docx(String body) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="%1$sdocument.main+xml"/>
                <Override PartName="/word/styles.xml" ContentType="%1$sstyles+xml"/>
                <Override PartName="/word/numbering.xml" ContentType="%1$snumbering+xml"/>
                <Override PartName="/word/footnotes.xml" ContentType="%1$sfootnotes+xml"/>
                <Override PartName="/word/comments.xml" ContentType="%1$scomments+xml"/>
                <Override PartName="/word/header1.xml" ContentType="%1$sheader+xml"/></Types>""".formatted(WORD));
        entries.put("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="word/document.xml" Type=\
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""");
        entries.put("word/styles.xml", word("styles", """
                <w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
                <w:style w:styleId="Own"><w:name w:val="Frage"/><w:basedOn w:val="H1"/></w:style>
                <w:style w:styleId="Secret"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>
                <w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>"""));
        entries.put("word/numbering.xml", word("numbering", """
                <w:abstractNum w:abstractNumId="0">
                <w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
                <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl>
                </w:abstractNum>
                <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
                </w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"""));
        entries.put("word/footnotes.xml", word("footnotes", """
                <w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
                <w:footnote w:id="1"><w:p><w:r><w:t>See the annual report.</w:t></w:r></w:p></w:footnote>"""));
        entries.put(
                "word/comments.xml",
                word("comments", "<w:comment w:id=\"1\">" + p("What would the minister say?") + "</w:comment>"));
        entries.put("word/header1.xml", word("hdr", p("Confidential draft")));
        entries.put("word/document.xml", word("document", "<w:body>" + body + "</w:body>"));
        return Documents.zip(entries);
    }

    private static String word(String root, String inner) {
        return "<w:%1$s xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">%2$s</w:%1$s>"
                .formatted(root, inner);
    }

    /** A paragraph. */
    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    static String p(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    /** A run. */
    static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /** An OpenDocument file: what stands in its styles and in its body. */
    static byte[] odf(String mediaType, String styles, String body) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("mimetype", mediaType);
        entries.put("content.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">
                <office:automatic-styles>%s</office:automatic-styles><office:body>%s</office:body>
                </office:document-content>""".formatted(styles, body));
        return Documents.zip(entries);
    }

    static byte[] odt(String styles, String text) throws IOException {
        return odf("application/vnd.oasis.opendocument.text", styles, "<office:text>" + text + "</office:text>");
    }

    static byte[] ods(String styles, String tables) throws IOException {
        return odf(
                "application/vnd.oasis.opendocument.spreadsheet",
                styles,
                "<office:spreadsheet>" + tables + "</office:spreadsheet>");
    }
}
