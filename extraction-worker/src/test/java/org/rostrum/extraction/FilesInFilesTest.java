package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Part;
import org.rostrum.extraction.Response.Status;

class FilesInFilesTest {

    @Test
    void reads_each_file_of_an_archive_as_a_part_with_its_name() throws IOException {
        Reading reading = read(
                "answers.zip",
                zip(Map.of(
                        "b/second.docx", Documents.docx(),
                        "a first.txt", "Plain words.".getBytes(UTF_8),
                        "c.csv", "Question,Answer\nWhy?,Because.".getBytes(UTF_8))));

        assertThat(reading.texts()).startsWith("Plain words.").endsWith("Question\tAnswer", "Why?\tBecause.");
        assertThat(reading.placeOf("Plain words.")).isEqualTo("a first.txt 0 1");
        assertThat(reading.placeOf("Left cell")).startsWith("b/second.docx 0 ");
        assertThat(reading.placeOf("Because.")).isEqualTo("c.csv 0 2");
    }

    @Test
    void names_the_sheets_of_a_workbook_in_an_archive_below_it() throws IOException {
        byte[] ods = Office.ods("", """
                <table:table table:name="Answers"><table:table-row><table:table-cell><text:p>Why?</text:p></table:table-cell>
                <table:table-cell><text:p>Because.</text:p></table:table-cell></table:table-row></table:table>""");

        assertThat(read("answers.zip", zip(Map.of("table.ods", ods))).placeOf("Because."))
                .isEqualTo("table.ods / Answers 0 1");
    }

    @Test
    void a_part_that_cannot_be_read_costs_nothing_but_itself_and_is_named() throws IOException {
        Reading reading = read(
                "answers.zip",
                zip(Map.of(
                        "good.txt", "Words that count.".getBytes(UTF_8),
                        "broken.docx", "PK no archive".getBytes(UTF_8),
                        "locked.pdf", Documents.encryptedPdf("hidden"),
                        "page.txt", Documents.html(),
                        "program.exe", new byte[] {'M', 'Z', 0, 1, 2, 3})));

        assertThat(reading.texts()).containsExactly("Words that count.");
        assertThat(reading.flags()).containsEntry(FlagKind.UNREAD_PART, 4);
        assertThat(reading.response().parts())
                .extracting(Part::name, Part::problem)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("locked.pdf", "encrypted"),
                        org.assertj.core.groups.Tuple.tuple("page.txt", "mismatched"));
    }

    @Test
    void refuses_archives_that_hold_too_many_files_or_are_nested_too_deep() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 101; i++) {
            many.put(i + ".txt", "word".getBytes(UTF_8));
        }
        byte[] nested = zip(Map.of("a.txt", "word".getBytes(UTF_8)));
        for (int i = 0; i < 4; i++) {
            nested = zip(Map.of("inner.zip", nested));
        }

        assertThat(read("many.zip", zip(many)).response().status()).isEqualTo(Status.TOO_LARGE);
        assertThat(read("deep.zip", nested).response().status()).isEqualTo(Status.TOO_LARGE);
    }

    @Test
    void reads_a_mail_with_two_forms_once_and_its_attachments_in_order() throws IOException {
        String pdf = Base64.getMimeEncoder().encodeToString(Documents.pdf("The annex says this."));
        String mail = """
                From: a@example.org
                Subject: =?utf-8?B?QW50d29ydA==?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="m"

                --m
                Content-Type: multipart/alternative; boundary="a"

                --a
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Wir stimmen =FCberein.
                --a
                Content-Type: text/html; charset=utf-8

                <p>Wir stimmen überein.</p>
                --a--
                --m
                Content-Type: application/pdf; name="=?utf-8?Q?Anh=C3=A4ng.pdf?="
                Content-Disposition: attachment; filename="=?utf-8?Q?Anh=C3=A4ng.pdf?="
                Content-Transfer-Encoding: base64

                %s
                --m
                Content-Type: message/rfc822

                From: b@example.org
                Subject: forwarded
                MIME-Version: 1.0
                Content-Type: text/html; charset=utf-8

                <h2>Question 1</h2><p>Forwarded words.</p>
                --m--
                """.formatted(pdf);

        Reading reading = read(
                "answer.eml", mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(UTF_8));

        assertThat(reading.lines())
                .containsExactly(
                        "paragraph Wir stimmen überein.",
                        "paragraph The annex says this.",
                        "heading2 Question 1",
                        "paragraph Forwarded words.");
        assertThat(reading.placeOf("annex")).isEqualTo("Anhäng.pdf 1 1");
        assertThat(reading.response().parts())
                .extracting(Part::mediaType)
                .contains("application/pdf", "message/rfc822");
    }

    @Test
    void reads_an_outlook_message_and_its_attachment() throws IOException {
        Reading reading = read("answer.msg", outlook("Outlook says this.", "annex.txt", "The annex says that."));

        assertThat(reading.texts()).containsExactly("Outlook says this.", "The annex says that.");
        assertThat(reading.placeOf("annex")).isEqualTo("annex.txt 0 1");
    }

    /** The streams that a message has at least (MS-OXMSG, 2.2 and 2.4). */
    private static byte[] outlook(String body, String name, String attached) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            DirectoryEntry root = file.getRoot();
            root.createDirectory("__nameid_version1.0");
            stream(root, "__properties_version1.0", new byte[32]);
            stream(root, "__substg1.0_001A001F", "IPM.Note".getBytes(UTF_16LE));
            stream(root, "__substg1.0_1000001F", body.getBytes(UTF_16LE));
            DirectoryEntry attachment = root.createDirectory("__attach_version1.0_#00000000");
            stream(attachment, "__properties_version1.0", new byte[8]);
            stream(attachment, "__substg1.0_3707001F", name.getBytes(UTF_16LE));
            stream(attachment, "__substg1.0_37010102", attached.getBytes(UTF_8));
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static void stream(DirectoryEntry folder, String name, byte[] content) throws IOException {
        folder.createDocument(name, new ByteArrayInputStream(content));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static Reading read(String name, byte[] content) throws IOException {
        return Reading.of(content, name);
    }
}
