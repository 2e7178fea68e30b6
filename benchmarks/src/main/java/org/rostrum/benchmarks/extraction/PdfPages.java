package org.rostrum.benchmarks.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;

/**
 * A PDF of so many characters: compressed pages with headings in bold, paragraphs and a page number. Font, size, paragraphs and
 * whether each word is placed by itself, as word processors do, differ from document to document.
 */
final class PdfPages {
    private static final int LINES = 46;
    private static final List<String> FONTS = List.of("Helvetica", "Times-Roman", "Courier");
    private static final int TEXT_FONT = 3;
    private static final int BOLD_FONT = 4;
    private static final int FIRST_PAGE = 5;

    private final MadeUpText words;
    private final Random random;
    private final String font;
    private final int size;
    private final int lineCharacters;
    private final boolean placesWords;
    private final int linesOfParagraph;
    private final List<byte[]> objects = new ArrayList<>();

    private PdfPages(long seed) {
        this.random = new Random(seed);
        this.words = new MadeUpText(random);
        this.font = FONTS.get(random.nextInt(FONTS.size()));
        this.size = random.nextInt(8, 12);
        // As many as fit between the margins: letters are about half as wide as they are high, Courier's a little more.
        this.lineCharacters = (int) (480 / (size * (font.equals("Courier") ? 0.6 : 0.5)));
        this.placesWords = random.nextBoolean();
        this.linesOfParagraph = random.nextInt(4, 12);
    }

    static byte[] of(int characters, long seed) {
        return new PdfPages(seed).document(characters);
    }

    private byte[] document(int characters) {
        int pages = Math.ceilDiv(characters, LINES * lineCharacters);
        String kids = IntStream.range(0, pages)
                .mapToObj(page -> (FIRST_PAGE + 2 * page) + " 0 R")
                .collect(Collectors.joining(" "));
        objects.add(latin("<</Type/Catalog/Pages 2 0 R>>"));
        objects.add(latin("<</Type/Pages/Kids[" + kids + "]/Count " + pages + ">>"));
        objects.add(font(font));
        objects.add(font("Helvetica-Bold"));
        int left = characters;
        for (int page = 0; page < pages; page++) {
            objects.add(latin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 " + TEXT_FONT
                    + " 0 R/F2 " + BOLD_FONT + " 0 R>>>>/Contents " + (FIRST_PAGE + 1 + 2 * page) + " 0 R>>"));
            int here = Math.min(left, LINES * lineCharacters);
            objects.add(stream(deflated(content(here, page + 1))));
            left -= here;
        }
        return written();
    }

    private static byte[] font(String name) {
        return latin("<</Type/Font/Subtype/Type1/BaseFont/" + name + "/Encoding/WinAnsiEncoding>>");
    }

    private String content(int characters, int page) {
        var content = new StringBuilder("BT /F2 14 Tf 56 790 Td (")
                .append(words.of(30))
                .append(") Tj\n");
        content.append("/F1 ").append(size).append(" Tf ").append(size + 4).append(" TL T* T*\n");
        int line = 0;
        for (int left = characters; left > 0; left -= lineCharacters) {
            String text = words.of(Math.min(left, lineCharacters));
            content.append(placesWords ? placed(text) : "(" + text + ") Tj").append(" T*\n");
            line++;
            if (line % linesOfParagraph == 0) {
                content.append("T*\n");
            }
        }
        return content.append("ET\nBT /F1 8 Tf 290 30 Td (")
                .append(page)
                .append(") Tj ET\n")
                .toString();
    }

    /** With a small correction after each word. */
    private String placed(String text) {
        return "[(" + String.join(" ) " + random.nextInt(-40, 20) + " (", text.split(" ", -1)) + ")] TJ";
    }

    private byte[] written() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("%PDF-1.7\n"));
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes(latin((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(latin("\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(latin(table + "trailer\n<</Size " + (objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start
                + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] stream(byte[] packed) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("<</Filter/FlateDecode/Length " + packed.length + ">>\nstream\n"));
        out.writeBytes(packed);
        out.writeBytes(latin("\nendstream"));
        return out.toByteArray();
    }

    private static byte[] deflated(String content) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(latin(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
