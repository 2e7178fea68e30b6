package org.rostrum.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;

/** What an archive says that it is, where it is one of the office documents that are read. All others cost a longer look. */
final class OfficeTypes {

    private static final String MAIN = ".main+xml";
    private static final int LONGEST = 100;
    private static final Set<String> OPEN_DOCUMENT =
            Stream.of(Format.ODT, Format.ODS).map(Format::mediaType).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OOXML =
            Stream.of(Format.DOCX, Format.XLSX).map(Format::mediaType).collect(Collectors.toUnmodifiableSet());

    private OfficeTypes() {}

    /** Empty where it is something else, or two things at once. */
    static Optional<String> of(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            ZipEntry type = zip.getEntry("mimetype");
            if (types != null && type == null) {
                return ofParts(zip.getInputStream(types));
            }
            return type != null && types == null ? ofDocument(zip.getInputStream(type)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** ODF 1.3 part 2, 3.3. */
    private static Optional<String> ofDocument(InputStream type) throws IOException {
        try (type) {
            return Optional.of(new String(type.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip())
                    .filter(OPEN_DOCUMENT::contains);
        }
    }

    /** ECMA-376 part 2, 10.1.2: each part's type; one of them is the document. */
    private static Optional<String> ofParts(InputStream types) throws IOException {
        Set<String> found = new HashSet<>();
        try (Xml xml = new Xml(new OfficeArchive.Bounded(types))) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    xml.attribute("ContentType")
                            .filter(type -> type.endsWith(MAIN))
                            .ifPresent(found::add);
                }
            }
        }
        String type = found.size() == 1 ? found.iterator().next() : "";
        return Optional.of(type.substring(0, Math.max(0, type.length() - MAIN.length())))
                .filter(OOXML::contains);
    }
}
