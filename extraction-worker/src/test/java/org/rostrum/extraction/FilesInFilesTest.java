package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

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
                .extracting(Part::name, Part::file, Part::problem)
                .contains(
                        tuple("", 0, ""),
                        tuple("good.txt", 2, ""),
                        tuple("locked.pdf", 3, "encrypted"),
                        tuple("page.txt", 4, "mismatched"));
    }

    @Test
    void counts_the_files_of_an_archive_as_a_person_does_who_opens_it() throws IOException {
        byte[] inner =
                zip(Map.of("good.txt", "Inner words.".getBytes(UTF_8), "locked.pdf", Documents.encryptedPdf("x")));

        Reading reading = read(
                "answers.zip",
                zip(Map.of(
                        "Annex 2.zip",
                        inner,
                        "annex 1.txt",
                        "First words.".getBytes(UTF_8),
                        "Annex 10.exe",
                        new byte[] {'M', 'Z', 0, 1, 2, 3},
                        "Annex 02.txt",
                        "More words.".getBytes(UTF_8))));

        assertThat(reading.texts()).containsExactly("First words.", "More words.", "Inner words.");
        assertThat(reading.response().parts())
                .extracting(Part::name, Part::file, Part::problem)
                .containsExactly(
                        tuple("", 0, ""),
                        tuple("annex 1.txt", 1, ""),
                        tuple("Annex 02.txt", 2, ""),
                        tuple("Annex 2.zip", 3, ""),
                        tuple("Annex 2.zip / good.txt", 3, ""),
                        tuple("Annex 2.zip / locked.pdf", 3, "encrypted"),
                        tuple("Annex 10.exe", 4, "unsupported"));
    }

    @Test
    void tells_of_files_in_it_that_are_empty_or_have_no_text() throws IOException {
        byte[] noAnswer = zip(Map.of("locked.pdf", Documents.encryptedPdf("x")));

        Reading reading = read(
                "answers.zip",
                zip(Map.of(
                        "a.txt", "Words.".getBytes(UTF_8),
                        "b.txt", new byte[0],
                        "c.txt", "   \n".getBytes(UTF_8),
                        "d.ods", Office.ods("", "<table:table table:name='Empty'></table:table>"),
                        "e.zip", noAnswer)));

        assertThat(reading.texts()).containsExactly("Words.");
        assertThat(reading.flags()).containsOnly(entry(FlagKind.UNREAD_PART, 4));
        assertThat(reading.response().parts())
                .extracting(Part::name, Part::file, Part::problem)
                .containsExactly(
                        tuple("", 0, ""),
                        tuple("a.txt", 1, ""),
                        tuple("b.txt", 2, "empty"),
                        tuple("c.txt", 3, "no-text"),
                        tuple("d.ods", 4, "no-text"),
                        tuple("e.zip", 5, ""),
                        tuple("e.zip / locked.pdf", 5, "encrypted"));
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
    void names_of_attachments_are_short_and_have_no_signs_that_cannot_be_kept() throws IOException {
        String mail = """
                From: a@example.org
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="m"

                --m
                Content-Type: text/plain; name="=?utf-8?Q?one=00two=0A=E2=80=AE.txt?="
                Content-Disposition: attachment; filename="=?utf-8?Q?one=00two=0A=E2=80=AE.txt?="

                First words.
                --m
                Content-Type: text/plain
                Content-Disposition: attachment; filename="%s.txt"

                Second words.
                --m--
                """.formatted("n".repeat(400));

        Reading reading = read("answer.eml", mail.replace("\n", "\r\n").getBytes(UTF_8));

        assertThat(reading.texts()).containsExactly("First words.", "Second words.");
        assertThat(reading.response().parts())
                .extracting(Part::name)
                .containsExactly("", "one two .txt", "n".repeat(159) + "…" + "n".repeat(36) + ".txt");
        assertThat(new Reader.Part("a".repeat(150), 1, Format.TEXT, java.util.List.of(), new Request.Limits(1, 1, 1), 0)
                        .below("b".repeat(150)))
                .hasSize(200);
    }

    @Test
    void reads_an_outlook_message_and_its_attachment() throws IOException {
        Reading reading = read("answer.msg", outlook("Outlook says this.", "annex.txt", "The annex says that."));

        assertThat(reading.texts()).containsExactly("Outlook says this.", "The annex says that.");
        assertThat(reading.placeOf("annex")).isEqualTo("annex.txt 0 1");
    }

    /** {@code answer.msg} is read by the tests of processing, too, which have no library that could write one. */
    @Test
    void reads_the_outlook_message_that_was_made_here() throws IOException {
        String body = """
                Dear all,

                Our first answer is long enough to be a passage of its own, whatever stands beside it.

                Our second answer is about prices, and it is as long as the first one, or even longer.
                """.replace("\n", "\r\n");
        byte[] kept;
        try (var resource = FilesInFilesTest.class.getResourceAsStream("/answer.msg")) {
            kept = resource.readAllBytes();
        }

        assertThat(kept).isEqualTo(outlook(body, "annex.txt", "The annex says that."));
        assertThat(read("answer.msg", kept).texts())
                .endsWith("The annex says that.")
                .hasSize(2);
    }

    @Test
    void reads_an_outlook_message_that_is_kept_as_rtf_alone() throws IOException {
        byte[] message = outlook(Map.of("__substg1.0_10090102", uncompressed("{\\rtf1\\ansi We {\\v not }agree.}")));

        assertThat(read("answer.msg", message).texts()).containsExactly("We agree.");
    }

    /** As it may be stored, too (MS-OXRTFCP, 2.1.3.1). */
    private static byte[] uncompressed(String rtf) {
        var buffer = java.nio.ByteBuffer.allocate(16 + rtf.length()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(rtf.length() + 12).putInt(rtf.length()).putInt(0x414C454D).putInt(0);
        return buffer.put(rtf.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .array();
    }

    /** The streams that a message has at least (MS-OXMSG, 2.2 and 2.4). */
    private static byte[] outlook(String body, String name, String attached) throws IOException {
        Map<String, byte[]> streams = new java.util.TreeMap<>();
        streams.put("__substg1.0_1000001F", body.getBytes(UTF_16LE));
        streams.put("__attach_version1.0_#00000000/__substg1.0_3707001F", name.getBytes(UTF_16LE));
        streams.put("__attach_version1.0_#00000000/__substg1.0_37010102", attached.getBytes(UTF_8));
        return outlook(streams);
    }

    private static byte[] outlook(Map<String, byte[]> streams) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            DirectoryEntry root = file.getRoot();
            root.createDirectory("__nameid_version1.0");
            stream(root, "__properties_version1.0", new byte[32]);
            stream(root, "__substg1.0_001A001F", "IPM.Note".getBytes(UTF_16LE));
            for (Map.Entry<String, byte[]> each : streams.entrySet()) {
                String[] path = each.getKey().split("/", -1);
                DirectoryEntry folder = path.length == 1 ? root : attachment(root, path[0]);
                stream(folder, path[path.length - 1], each.getValue());
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static DirectoryEntry attachment(DirectoryEntry root, String name) throws IOException {
        if (root.hasEntryCaseInsensitive(name)) {
            return (DirectoryEntry) root.getEntryCaseInsensitive(name);
        }
        DirectoryEntry attachment = root.createDirectory(name);
        stream(attachment, "__properties_version1.0", new byte[8]);
        return attachment;
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
