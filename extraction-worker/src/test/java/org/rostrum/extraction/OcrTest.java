package org.rostrum.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.Flag;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Status;

class OcrTest {

    private static final String ARABIC = "نريد الإنترنت في كل قرية";
    private static final Extractor WITHOUT = new Extractor(new Ocr(Path.of("/no/such/program")));

    @Test
    void reads_scanned_pages_in_their_place_and_says_how_sure_it_is() throws IOException {
        assumeTrue(new Ocr().isInstalled(), "tesseract is not installed");

        Reading reading = Reading.of(new Extractor(), scanned(), "answer.pdf", "en", "fr");

        assertThat(reading.texts()).first().isEqualTo("The first page has a text.");
        assertThat(String.join(" ", reading.texts()))
                .contains("Broadband for every village")
                .doesNotContain("lies");
        assertThat(reading.placeOf("Broadband")).isEqualTo(" 2 1");
        assertThat(reading.response().flags())
                .filteredOn(flag -> flag.kind() == FlagKind.OCR)
                .singleElement()
                .satisfies(flag -> assertThat(flag.detail()).matches("page 2: [5-9]\\d %|page 2: 100 %"));
    }

    @Test
    void says_that_pages_are_pictures_where_nothing_is_installed_that_reads_them() throws IOException {
        Reading reading = Reading.of(WITHOUT, scanned(), "answer.pdf");

        assertThat(reading.texts()).containsExactly("The first page has a text.");
        assertThat(reading.response().flags())
                .extracting(Flag::kind)
                .contains(FlagKind.OCR_MISSING, FlagKind.HIDDEN_TEXT);
    }

    @Test
    void reads_a_picture() throws IOException {
        assumeTrue(new Ocr().isInstalled(), "tesseract is not installed");

        assertThat(String.join(" ", Reading.of(picture("png"), "answer.png").texts()))
                .contains("Broadband for every village");
        assertThat(String.join(" ", Reading.of(picture("tiff"), "answer.tif").texts()))
                .contains("Broadband for every village");
    }

    @Test
    void reads_a_picture_in_the_language_that_is_likely() throws IOException {
        assumeTrue(isInstalled("fra"), "tesseract's French is not installed");

        String read = String.join(
                " ", Reading.of(new Extractor(), french(), "answer.png", "fr").texts());

        assertThat(read).contains("forêt", "élèves", "façade");
    }

    @Test
    void reads_arabic_where_it_is_likely() throws IOException {
        assumeTrue(isInstalled("ara"), "tesseract's Arabic is not installed");
        assumeTrue(new Font(Font.SANS_SERIF, Font.PLAIN, 32).canDisplayUpTo(ARABIC) < 0, "no font has Arabic letters");

        String read = String.join(
                " ",
                Reading.of(new Extractor(), png(ARABIC), "answer.png", "ar").texts());

        assertThat(read).contains("الإنترنت");
    }

    private static boolean isInstalled(String language) {
        return new Ocr().isInstalled()
                && Stream.of("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata")
                        .map(folder -> Path.of(folder, language + ".traineddata"))
                        .anyMatch(Files::exists);
    }

    private static byte[] french() throws IOException {
        return png("Près de la forêt, les élèves voient une façade.");
    }

    private static byte[] png(String words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image(words), "png", out)).isTrue();
        return out.toByteArray();
    }

    @Test
    void hostile_40_refuses_a_picture_that_claims_to_be_enormous() throws IOException {
        byte[] flood = picture("png");
        // Width and height stand in the first chunk (PNG, 11.2.2).
        for (int i = 16; i < 24; i++) {
            flood[i] = (byte) (i % 4 == 1 ? 1 : 0);
        }
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(flood, 12, 17);
        java.nio.ByteBuffer.wrap(flood).putInt(29, (int) crc.getValue());

        assertThat(Reading.of(flood, "answer.png").response().status()).isEqualTo(Status.TOO_LARGE);
    }

    /** A page with text, then a scan with a text below it that says something else. */
    private static byte[] scanned() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            PDPage first = new PDPage(PDRectangle.A4);
            document.addPage(first);
            try (PDPageContentStream content = new PDPageContentStream(document, first)) {
                content.beginText();
                content.setFont(font, 11);
                content.newLineAtOffset(60, 700);
                content.showText("The first page has a text.");
                content.endText();
            }
            PDPage second = new PDPage(PDRectangle.A4);
            document.addPage(second);
            try (PDPageContentStream content = new PDPageContentStream(document, second)) {
                content.beginText();
                content.setFont(font, 11);
                content.setRenderingMode(RenderingMode.NEITHER);
                content.newLineAtOffset(60, 700);
                content.showText("The layer below the picture lies.");
                content.endText();
                content.drawImage(
                        LosslessFactory.createFromImage(document, image()),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image(), format, out)).isTrue();
        return out.toByteArray();
    }

    private static BufferedImage image() {
        return image("Broadband for every village is what we ask for.");
    }

    private static BufferedImage image(String words) {
        BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_TEXT_ANTIALIASING, java.awt.RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 32));
        pen.drawString(words, 120, 240);
        pen.dispose();
        return image;
    }
}
