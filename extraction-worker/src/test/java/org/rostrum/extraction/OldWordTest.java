package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Status;

/**
 * RTF, and DOC as Word wrote it until 2003. {@code answer.doc} is {@code answer.fodt} as LibreOffice 7.4 saves it:
 * {@code soffice --headless --convert-to doc:"MS Word 97" answer.fodt}.
 */
class OldWordTest {

    private static final String[] ANSWER = {
        "heading1 Question 1: prices",
        "paragraph Our first answer is long enough to be a passage of its own, whatever stands beside it.",
        "paragraph We want prices and more in every village, cafés too.",
        "footnote See the annual report.",
        "list-item 1. First measure",
        "list-item 2. Second measure",
        "table-row Left cell\tRight cell",
        "paragraph Our second answer is about prices, and it is as long as the first one, or even longer."
    };

    @Test
    void hostile_30_reads_a_doc_without_what_was_struck_out_hidden_or_commented_and_says_so() throws IOException {
        Reading reading = Reading.of(resource("answer.doc"), "answer.doc");

        assertThat(reading.lines()).containsExactly(ANSWER);
        assertThat(reading.furniture()).containsExactly("Running head");
        assertThat(reading.flags())
                .containsOnly(
                        entry(FlagKind.TRACKED_DELETION, 1),
                        entry(FlagKind.TRACKED_INSERTION, 1),
                        entry(FlagKind.HIDDEN_TEXT, 1),
                        entry(FlagKind.COMMENT, 1));
        assertThat(reading.placeOf("second answer")).isEqualTo(" 0 9");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = OldWordTest.class.getResourceAsStream("/" + name)) {
            return content.readAllBytes();
        }
    }

    @Test
    void hostile_30_reads_an_rtf_without_what_was_struck_out_hidden_or_commented_and_says_so() throws IOException {
        Reading reading = rtf("""
                {\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s9 toc 1;}{\\*\\cs10 \\v secret;}}\
                {\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}\
                {\\header Running head\\par}{\\info{\\author Somebody}}\
                {\\*\\unknown not shown}\
                {\\pard\\s9 Question 1: prices\\tab 3\\par}\
                \\pard\\s1 Question 1: prices\\par
                \\pard\\plain We want{\\deleted  struck out} prices{\\revised  and more}{\\v  never {\\b shown}}{\\fs2 tiny}\
                {\\cf2 white} in every village,{\\super\\chftn{\\footnote \\chftn  See the annual report.}} caf\\u233\\'e9s\
                {\\*\\atnauthor A}\\chatn{\\*\\annotation{\\*\\atndate 1}What would the minister say?} too.\\par
                \\pard{\\listtext 1.\\tab}\\ls2 First measure\\par
                {\\listtext\\'b7\\tab}Second measure\\par
                \\trowd\\cellx1\\cellx2\\pard\\intbl Left\\par cell\\cell Right cell\\cell\\row
                \\pard {\\field{\\*\\fldinst HYPERLINK "https://example.org"}{\\fldrslt A link}}, one{\\deleted\\par} paragraph.\
                {\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt\\pard In a box\\par}}{\\shprslt In a box}}\\par""");

        assertThat(reading.lines())
                .containsExactly(
                        "heading1 Question 1: prices",
                        "paragraph We want prices and more in every village, cafés too.",
                        "footnote See the annual report.",
                        "list-item 1. First measure",
                        "list-item Second measure",
                        "table-row Left\ncell\tRight cell",
                        "paragraph A link, one paragraph.",
                        "paragraph In a box");
        assertThat(reading.furniture()).containsExactly("Running head");
        assertThat(reading.flags())
                .containsOnly(
                        entry(FlagKind.TABLE_OF_CONTENTS, 1),
                        entry(FlagKind.TRACKED_DELETION, 2),
                        entry(FlagKind.TRACKED_INSERTION, 1),
                        entry(FlagKind.HIDDEN_TEXT, 1),
                        entry(FlagKind.COMMENT, 1));
        assertThat(reading.placeOf("We want")).isEqualTo(" 0 3");
        assertThat(reading.placeOf("A link")).isEqualTo(" 0 9");
    }

    @Test
    void reads_the_letters_of_an_rtf_as_its_fonts_and_code_page_mean_them() throws IOException {
        Reading reading = rtf("""
                \\ansicpg1250{\\fonttbl{\\f0\\fcharset238 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset134 C;}{\\f3\\fcharset178 D;}}\
                \\f0 M\\'f9\\'9ee\\par\\f1 \\'c4\\'e0\\par\\f2 \\'d6\\'d0\\'b9\\'fa\\par\
                \\ltrch\\f0\\rtlch\\af3 \\'e3\\'d1\\'cd\\'c8\\'c7\\par\\ltrch\\uc2\\u-10179 ??\\u-8704 ??\\emdash\\ldblquote a\\~b\\rdblquote""");

        assertThat(reading.texts()).containsExactly("Může", "Да", "中国", "مرحبا", "😀—“a\u00A0b”");
    }

    @Test
    void hostile_42_refuses_half_an_rtf_and_one_of_too_many_groups() throws IOException {
        byte[] half = "{\\rtf1 Half of".getBytes(ISO_8859_1);
        byte[] deep = ("{\\rtf1 " + "{".repeat(5_000) + "}".repeat(5_000) + "}").getBytes(ISO_8859_1);

        assertThat(Reading.of(half, "a.rtf").response().status()).isEqualTo(Status.UNREADABLE);
        assertThat(Reading.of(deep, "a.rtf").response().status()).isEqualTo(Status.TOO_LARGE);
    }

    @Test
    void tables_and_lists_without_end_are_read_or_refused() throws IOException {
        String row = "\\trowd\\intbl " + "a\\cell ".repeat(5_000) + "\\row";

        assertThat(rtf(row).texts()).hasSize(4_001).first().asString().startsWith("a\ta\ta");
        assertThat(rtf("{\\colortbl " + ";".repeat(3_000_000) + "}We agree.").texts())
                .containsExactly("We agree.");
        assertThat(rtf("{\\listtext " + "1".repeat(3_000_000) + "}x\\par")
                        .response()
                        .status())
                .isEqualTo(Status.TOO_LARGE);
        assertThat(rtf("x".repeat(9_000_000)).response().status()).isEqualTo(Status.TOO_LARGE);
    }

    private static Reading rtf(String body) throws IOException {
        return Reading.of(("{\\rtf1\\ansi " + body + "}").getBytes(ISO_8859_1), "answer.rtf");
    }
}
