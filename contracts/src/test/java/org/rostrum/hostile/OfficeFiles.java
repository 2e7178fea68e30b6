package org.rostrum.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.rostrum.hostile.HostileFile.ABSENT;
import static org.rostrum.hostile.HostileFile.PRESENT;

/** Office documents by their parts. */
final class OfficeFiles {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String DOCX_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String DOCM_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml";

    static final String PARAGRAPH = "<w:p><w:r><w:t>The " + PRESENT + " nests by the lake.</w:t></w:r></w:p>";

    private OfficeFiles() {}

    /** A document with that body, to which parts can be added. */
    static RawZip docx(String body) {
        return docxOf(DOCX_TYPE, document("", body));
    }

    static RawZip docm(String body) {
        return docxOf(DOCM_TYPE, document("", body));
    }

    /** A document whose XML begins with that prologue. */
    static RawZip docxWith(String prologue, String body) {
        return docxOf(DOCX_TYPE, document(prologue, body));
    }

    private static RawZip docxOf(String type, String document) {
        return new RawZip()
                .add("[Content_Types].xml", """
                    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>\
                    <Override PartName="/word/document.xml" ContentType="%s"/></Types>\
                    """.formatted(type))
                .add("_rels/.rels", """
                    <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="r1" Target="word/document.xml" Type="%s/officeDocument"/></Relationships>\
                    """.formatted(RELATIONS))
                .add("word/document.xml", document);
    }

    private static String document(String prologue, String body) {
        return "<?xml version=\"1.0\"?>" + prologue + "<w:document xmlns:w=\"" + WORD + "\" xmlns:r=\"" + RELATIONS
                + "\"><w:body>" + body + "</w:body></w:document>";
    }

    static String relationships(String type, String target) {
        return """
            <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="r9" Type="%s/%s" Target="%s" TargetMode="External"/></Relationships>\
            """.formatted(RELATIONS, type, target);
    }

    /** What a reviewer struck out, hid or noted, and what the program wrote about its user. */
    static byte[] revised() {
        return docx(PARAGRAPH
                        + "<w:p><w:del w:id=\"1\" w:author=\"" + ABSENT + "\"><w:r><w:delText>Struck " + ABSENT
                        + "</w:delText></w:r></w:del></w:p>"
                        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden " + ABSENT + "</w:t></w:r></w:p>")
                .add("docProps/core.xml", """
                    <?xml version="1.0"?><cp:coreProperties \
                    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>%s</dc:creator></cp:coreProperties>\
                    """.formatted(ABSENT))
                .bytes();
    }

    static byte[] odt(String prologue, String text) {
        return new RawZip()
                .add("mimetype", "application/vnd.oasis.opendocument.text")
                .add("content.xml", """
                    <?xml version="1.0"?>%s<office:document-content \
                    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
                    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>\
                    <text:p>%s</text:p></office:text></office:body></office:document-content>\
                    """.formatted(prologue, text))
                .bytes();
    }

    /** A workbook whose cell starts a program when it is calculated. */
    static byte[] xlsxWithDde() {
        return new RawZip()
                .add("[Content_Types].xml", """
                    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType=\
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType=\
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>\
                    """)
                .add("_rels/.rels", """
                    <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="r1" Target="xl/workbook.xml" Type="%s/officeDocument"/></Relationships>\
                    """.formatted(RELATIONS))
                .add("xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="%s">\
                    <sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>\
                    """.formatted(RELATIONS))
                .add("xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="r1" Target="worksheets/sheet1.xml" Type="%s/worksheet"/></Relationships>\
                    """.formatted(RELATIONS))
                .add("xl/worksheets/sheet1.xml", """
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">\
                    <c r="A1"><f>cmd|'/c calc'!A0</f><v>0</v></c></row></sheetData></worksheet>\
                    """)
                .bytes();
    }

    static byte[] rtf(String body) {
        return ("{\\rtf1\\ansi The " + PRESENT + " nests by the lake.\\par " + body + "}").getBytes(UTF_8);
    }
}
