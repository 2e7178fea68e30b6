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
        assertThat(response.blocks())
                .containsExactly(
                        new Found(Kind.PARAGRAPH, 0, "First page says this.", 1),
                        new Found(Kind.PARAGRAPH, 0, "Second page says that.", 2));
    }

    @Test
    void keeps_headings_lists_and_tables_of_a_docx_and_leaves_out_deletions_and_running_headers() throws IOException {
        Response response = extract(Documents.docx(), "answer.docx");

        assertThat(response.status()).isEqualTo(Status.OK);
        assertThat(response.blocks())
                .containsExactly(
                        new Found(Kind.HEADING, 1, "Question 2", 0),
                        new Found(Kind.HEADING, 2, "2.e The deployment of IPv6", 0),
                        new Found(Kind.PARAGRAPH, 0, "We deploy IPv6 everywhere. And soon.", 0),
                        new Found(Kind.PARAGRAPH, 0, "· First measure", 0),
                        new Found(Kind.PARAGRAPH, 0, "· Second measure", 0),
                        new Found(Kind.TABLE_ROW, 0, "Left cell\tRight cell", 0));
    }

    @Test
    void keeps_headings_and_lists_of_an_odt() throws IOException {
        Response response = extract(Documents.odt(), "answer.odt");

        assertThat(response.blocks())
                .containsExactly(
                        new Found(Kind.HEADING, 2, "Question 3", 0),
                        new Found(Kind.PARAGRAPH, 0, "Cooperation needs patience.", 0),
                        new Found(Kind.LIST_ITEM, 0, "A listed point", 0));
    }

    @Test
    void reads_the_paragraphs_of_an_rtf() throws IOException {
        assertThat(texts(extract(Documents.rtf(), "answer.rtf")))
                .containsExactly("First paragraph, café.", "Second paragraph.");
    }

    @Test
    void reads_html_without_scripts_styles_and_window_title() throws IOException {
        Response response = extract(Documents.html(), "answer.html");

        assertThat(response.blocks())
                .containsExactly(
                        new Found(Kind.HEADING, 2, "Question 1", 0),
                        new Found(Kind.PARAGRAPH, 0, "Processes should converge.", 0),
                        new Found(Kind.LIST_ITEM, 0, "One point", 0),
                        new Found(Kind.LIST_ITEM, 0, "Another point", 0),
                        new Found(Kind.TABLE_ROW, 0, "Cell A\tCell B", 0),
                        new Found(Kind.PARAGRAPH, 0, "Loose words", 0));
    }

    @Test
    void reads_plain_text_with_its_line_ends() throws IOException {
        Response response = extract("One line.\n\nAnother, ünïcödé.".getBytes(UTF_8), "answer.txt");

        assertThat(response.mediaType()).isEqualTo("text/plain");
        assertThat(texts(response)).containsExactly("One line.\n\nAnother, ünïcödé.");
    }

    @Test
    void reads_the_body_of_a_mail_and_not_its_attachments() throws IOException {
        Response response = extract(Documents.email(), "answer.eml");

        assertThat(response.mediaType()).isEqualTo("message/rfc822");
        assertThat(String.join("\n", texts(response)))
                .contains("The body of the mail says this.")
                .doesNotContain("The attachment says that.");
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
        assertThat(extract(new byte[0], "answer.txt").status()).isEqualTo(Status.UNREADABLE);
    }

    @Test
    void refuses_a_kind_that_is_not_read_whatever_its_name() throws IOException {
        byte[] picture = {
            (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1
        };
        byte[] archive = Documents.zip(Map.of("folder/file.txt", "text"));

        assertThat(extract(picture, "answer.pdf").status()).isEqualTo(Status.UNSUPPORTED);
        assertThat(extract(archive, "answer.zip").status()).isEqualTo(Status.UNSUPPORTED);
    }

    @Test
    void takes_the_format_from_the_content_when_the_name_says_another() throws IOException {
        Response response = extract(Documents.pdf("It is a PDF."), "answer.docx");

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

    private static java.util.List<String> texts(Response response) {
        return response.blocks().stream().map(Found::text).toList();
    }
}
