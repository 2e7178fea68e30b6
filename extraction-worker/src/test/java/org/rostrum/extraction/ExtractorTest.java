package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.extraction.Response.Found;
import org.rostrum.extraction.Response.Kind;
import org.rostrum.extraction.Response.Part;
import org.rostrum.extraction.Response.Status;

class ExtractorTest {

    private static final Extractor EXTRACTOR = new Extractor();

    @TempDir
    Path folder;

    @Test
    void keeps_the_pages_of_a_pdf() throws IOException {
        Response response = extract(Documents.pdf("First page says this.", "Second page says that."), "answer.pdf");

        assertThat(response.status()).isEqualTo(Status.OK);
        assertThat(response.mediaType()).isEqualTo("application/pdf");
        assertThat(seen(response))
                .containsExactly(
                        new Seen(Kind.PARAGRAPH, 0, "First page says this.", 1),
                        new Seen(Kind.PARAGRAPH, 0, "Second page says that.", 2));
    }

    @Test
    void keeps_headings_lists_and_tables_of_a_docx_leaves_out_deletions_and_sets_running_headers_apart()
            throws IOException {
        Response response = extract(Documents.docx(), "answer.docx");

        assertThat(response.status()).isEqualTo(Status.OK);
        assertThat(seen(response))
                .containsExactly(
                        new Seen(Kind.HEADING, 1, "Question 2", 0),
                        new Seen(Kind.HEADING, 2, "2.e The deployment of IPv6", 0),
                        new Seen(Kind.PARAGRAPH, 0, "We deploy IPv6 everywhere. And soon.", 0),
                        new Seen(Kind.LIST_ITEM, 0, "First measure", 0),
                        new Seen(Kind.LIST_ITEM, 0, "Second measure", 0),
                        new Seen(Kind.TABLE_ROW, 0, "Left cell\tRight cell", 0),
                        new Seen(Kind.FURNITURE, 0, "Running header", 0));
    }

    @Test
    void keeps_headings_and_lists_of_an_odt() throws IOException {
        Response response = extract(Documents.odt(), "answer.odt");

        assertThat(seen(response))
                .containsExactly(
                        new Seen(Kind.HEADING, 2, "Question 3", 0),
                        new Seen(Kind.PARAGRAPH, 0, "Cooperation needs patience.", 0),
                        new Seen(Kind.LIST_ITEM, 0, "A listed point", 0));
    }

    @Test
    void reads_the_paragraphs_of_an_rtf() throws IOException {
        assertThat(texts(extract(Documents.rtf(), "answer.rtf")))
                .containsExactly("First paragraph, café.", "Second paragraph.");
    }

    @Test
    void reads_html_without_scripts_styles_and_window_title() throws IOException {
        Response response = extract(Documents.html(), "answer.html");

        assertThat(seen(response))
                .containsExactly(
                        new Seen(Kind.HEADING, 2, "Question 1", 0),
                        new Seen(Kind.PARAGRAPH, 0, "Processes should converge.", 0),
                        new Seen(Kind.LIST_ITEM, 0, "One point", 0),
                        new Seen(Kind.LIST_ITEM, 0, "Another point", 0),
                        new Seen(Kind.TABLE_ROW, 0, "Cell A\tCell B", 0),
                        new Seen(Kind.PARAGRAPH, 0, "Loose words", 0));
    }

    @Test
    void reads_plain_text_with_its_line_ends() throws IOException {
        Response response = extract("One line.\n\nAnother, ünïcödé.".getBytes(UTF_8), "answer.txt");

        assertThat(response.mediaType()).isEqualTo("text/plain");
        assertThat(texts(response)).containsExactly("One line.\n\nAnother, ünïcödé.");
    }

    @Test
    void reads_the_body_of_a_mail_and_its_attachment_as_a_part() throws IOException {
        Response response = extract(Documents.email(), "answer.eml");

        assertThat(response.mediaType()).isEqualTo("message/rfc822");
        assertThat(texts(response)).containsExactly("The body of the mail says this.", "The attachment says that.");
        assertThat(response.blocks()).extracting(Found::part).containsExactly(0, 1);
        assertThat(response.parts()).extracting(Part::name).containsExactly("", "attached.txt");
    }

    @Test
    void says_that_an_encrypted_docx_is_encrypted() throws Exception {
        assertThat(extract(Documents.encryptedDocx(), "answer.docx").status()).isEqualTo(Status.ENCRYPTED);
    }

    @Test
    void says_that_an_encrypted_pdf_is_encrypted() throws IOException {
        assertThat(extract(Documents.encryptedPdf("hidden"), "answer.pdf").status())
                .isEqualTo(Status.ENCRYPTED);
    }

    @Test
    void says_that_a_truncated_docx_is_unreadable() throws IOException {
        byte[] whole = Documents.docx();

        assertThat(extract(Arrays.copyOf(whole, whole.length / 2), "answer.docx")
                        .status())
                .isEqualTo(Status.UNREADABLE);
    }

    @Test
    void says_that_a_pdf_of_noise_is_unreadable() throws IOException {
        byte[] noise = new byte[4_000];
        new java.util.Random(7).nextBytes(noise);
        System.arraycopy("%PDF-1.7\n".getBytes(UTF_8), 0, noise, 0, 9);

        assertThat(extract(noise, "answer.pdf").status()).isEqualTo(Status.UNREADABLE);
    }

    @Test
    void says_that_an_empty_file_is_unreadable() throws IOException {
        assertThat(extract(new byte[0], "answer.txt").status()).isEqualTo(Status.EMPTY);
    }

    @Test
    void refuses_a_kind_that_is_not_read_whatever_its_name() throws IOException {
        byte[] program = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0};

        assertThat(extract(program, "answer.bin").status()).isEqualTo(Status.UNSUPPORTED);
        assertThat(extract(program, "answer.pdf").status()).isEqualTo(Status.UNSUPPORTED);
    }

    @Test
    void hostile_39_refuses_what_is_not_what_its_name_says() throws IOException {
        assertThat(extract(Documents.pdf("It is a PDF."), "answer.docx").status())
                .isEqualTo(Status.MISMATCHED);
        assertThat(extract(Documents.html(), "answer.txt").status()).isEqualTo(Status.MISMATCHED);
        assertThat(extract(Documents.rtf(), "answer.doc").status()).isEqualTo(Status.MISMATCHED);
        assertThat(extract(Documents.html(), "answer.pdf").status()).isEqualTo(Status.MISMATCHED);
    }

    @Test
    void reads_a_file_without_an_extension_as_what_it_is() throws IOException {
        Response response = extract(Documents.pdf("It is a PDF."), "answer");

        assertThat(response.mediaType()).isEqualTo("application/pdf");
        assertThat(texts(response)).containsExactly("It is a PDF.");
    }

    @Test
    void stops_at_the_limits_for_bytes_and_characters() throws IOException {
        byte[] text = "x".repeat(10_000).getBytes(UTF_8);

        assertThat(extract(text, "a.txt", new Request.Limits(9_999, 100_000, 10_000))
                        .status())
                .isEqualTo(Status.TOO_LARGE);
        assertThat(extract(text, "a.txt", new Request.Limits(10_000, 9_999, 10_000))
                        .status())
                .isEqualTo(Status.TOO_LARGE);
    }

    @Test
    void resolves_no_external_entity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret of this machine");
        String content = """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "%s">]>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                <text:p>before &e; after</text:p></office:text></office:body></office:document-content>""".formatted(secret.toUri());
        Map<String, String> entries = new java.util.LinkedHashMap<>();
        entries.put("mimetype", "application/vnd.oasis.opendocument.text");
        entries.put("content.xml", content);

        assertThat(texts(extract(Documents.zip(entries), "answer.odt"))).noneMatch(text -> text.contains("secret"));
    }

    private Response extract(byte[] content, String name) throws IOException {
        return extract(content, name, new Request.Limits(10_000_000, 1_000_000, 60_000));
    }

    private Response extract(byte[] content, String name, Request.Limits limits) throws IOException {
        Path file = Files.write(folder.resolve("received"), content);
        return EXTRACTOR.extract(new Request("1", file.toString(), name, "application/octet-stream", limits));
    }

    private record Seen(Kind kind, int level, String text, int page) {}

    private static java.util.List<Seen> seen(Response response) {
        return response.blocks().stream()
                .map(block -> new Seen(block.kind(), block.level(), block.text(), block.page()))
                .toList();
    }

    private static java.util.List<String> texts(Response response) {
        return response.blocks().stream().map(Found::text).toList();
    }
}
