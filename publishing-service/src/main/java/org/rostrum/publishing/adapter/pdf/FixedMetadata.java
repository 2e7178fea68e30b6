package org.rostrum.publishing.adapter.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.rostrum.publishing.domain.compilation.PrintedDocument;

/**
 * What a PDF says about itself, decided by the document and never by the clock or the machine: the date is that of the
 * newest event, and the file's id follows from the revision. It names the organiser and nobody else.
 */
record FixedMetadata(PrintedDocument document) {

    void stamp(PDDocument file) throws IOException {
        file.setDocumentInformation(information());
        var description = new PDMetadata(file);
        description.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
        file.getDocumentCatalog().setMetadata(description);
        file.setDocumentId(Long.parseUnsignedLong(document.title().revision(), 16));
    }

    private PDDocumentInformation information() {
        var information = new PDDocumentInformation();
        information.setTitle(document.title().documentTitle());
        information.setSubject(document.title().organiser());
        information.setProducer(PdfCompilations.PRODUCER);
        information.setCreationDate(calendar(document.title().asOf()));
        return information;
    }

    private static Calendar calendar(Instant instant) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(instant.getEpochSecond() * 1000);
        return calendar;
    }

    /** XMP (ISO 16684-1) with the identification of PDF/A-3u and PDF/UA-1; the latter's schema must be described. */
    private String xmp() {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                   <pdfaid:part>3</pdfaid:part>
                   <pdfaid:conformance>U</pdfaid:conformance>
                  </rdf:Description>
                  <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                   <pdfuaid:part>1</pdfuaid:part>
                  </rdf:Description>
                  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                   <dc:format>application/pdf</dc:format>
                   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">@TITLE@</rdf:li></rdf:Alt></dc:title>
                   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">@SUBJECT@</rdf:li></rdf:Alt></dc:description>
                   <dc:language><rdf:Bag><rdf:li>@LANGUAGE@</rdf:li></rdf:Bag></dc:language>
                  </rdf:Description>
                  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                   <xmp:CreateDate>@DATE@</xmp:CreateDate>
                  </rdf:Description>
                  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                   <pdf:Producer>@PRODUCER@</pdf:Producer>
                  </rdf:Description>
                  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
                    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
                   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
                    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                     <pdfaProperty:name>part</pdfaProperty:name>
                     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                     <pdfaProperty:category>internal</pdfaProperty:category>
                     <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
                    </rdf:li></rdf:Seq></pdfaSchema:property>
                   </rdf:li></rdf:Bag></pdfaExtension:schemas>
                  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>""".replace("@LANGUAGE@", escaped(document.language()))
                .replace(
                        "@DATE@",
                        DateTimeFormatter.ISO_INSTANT.format(
                                Instant.ofEpochSecond(document.title().asOf().getEpochSecond())))
                .replace("@PRODUCER@", PdfCompilations.PRODUCER)
                .replace("@SUBJECT@", escaped(document.title().organiser()))
                .replace("@TITLE@", escaped(document.title().documentTitle()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
