package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Status;

class RtfReaderTest {

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
    void hostile_30_leaves_out_the_notes_and_boxes_of_what_is_struck_out_moved_away_or_hidden() throws IOException {
        String note = "\\chftn{\\footnote\\pard\\plain the secret remark}";
        String box = "{\\shp{\\*\\shpinst{\\shptxt\\pard\\plain the secret box\\par}}}";
        Reading reading = rtf("Seen.{\\deleted  gone" + note + "}\\par{\\v never" + note + "}\\par{\\mvf away" + note
                + "}\\par{\\deleted" + box + "}{\\v " + box + "}Read."
                + "{\\colortbl;\\red255\\green255\\blue255;}{\\cf1\\super\\chftn{\\footnote\\pard\\plain a remark}}");

        assertThat(reading.lines()).containsExactly("paragraph Seen.", "paragraph Read.", "footnote a remark");
        assertThat(reading.flags())
                .containsOnly(
                        entry(FlagKind.TRACKED_DELETION, 2),
                        entry(FlagKind.HIDDEN_TEXT, 2),
                        entry(FlagKind.TRACKED_MOVE, 1));
    }

    @Test
    void keeps_white_letters_of_an_rtf_on_a_coloured_ground() throws IOException {
        String white = "{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue99;}\\cf1 ";

        assertThat(rtf(white
                                + "{\\chshdng10000\\chcfpat2 One}{\\chshdng0\\chcbpat2 Two}{\\chcfpat2 Three}{\\cb2\\highlight0 Four}"
                                + "\\par\\pard\\shading10000 Five\\par\\pard\\cfpat2 Six\\par\\pard unseen"
                                + "{\\shp{\\*\\shpinst{\\shptxt\\pard\\plain\\cf1 Seven\\par}}}"
                                + "{\\*\\do{\\dptxbxtext\\pard\\plain\\cf1 Eight\\par}}{\\chshdng0\\chcbpat0 unseen}{\\chcbpat1 unseen}")
                        .texts())
                .containsExactly("OneTwoThreeFour", "Five", "Six", "Seven", "Eight");
        assertThat(rtf("{\\*\\background{\\shp{\\*\\shpinst}}}" + white + "Nine")
                        .texts())
                .containsExactly("Nine");
    }

    @Test
    void reads_the_letters_of_an_rtf_in_the_font_that_was_set_last() throws IOException {
        String fonts =
                "\\ansicpg1251\\deff1{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}{\\f3\\fcharset178 C;}{\\f4\\fcharset204 D;}}";

        assertThat(rtf(fonts + "\\'9ee\\par\\f0 caf\\'e9\\par"
                                + "{\\ltrch\\fcs1\\af0\\rtlch\\fcs0\\f3 \\'e3\\'d1}\\par"
                                + "{\\rtlch\\fcs1\\af3\\ltrch\\fcs0\\loch\\f4\\hich\\af0\\dbch\\af3 \\'c4\\'e0}\\par"
                                + "{\\rtlch\\fcs1\\af3\\ltrch\\fcs0 caf\\'e9}\\par{\\rtlch\\af3\\ltrch\\af4 \\'c4\\'e0}")
                        .texts())
                .containsExactly("že", "café", "مر", "Да", "café", "Да");
    }

    @Test
    void reads_styles_that_have_groups_of_their_own_and_formulas() throws IOException {
        Reading reading = rtf("""
                {\\stylesheet{\\s1\\outlinelevel0{\\*\\keycode 1;}{\\b heading 1};}}\\pard\\s1 Prices\\par
                \\pard So {\\mmath{\\*\\moMathPara{\\*\\moMath{\\mf{\\mfPr{\\mtype bar}}{\\mnum{\\mr a+b}}}}}} it is.\\par""");

        assertThat(reading.lines()).containsExactly("heading1 Prices", "paragraph So a+b it is.");
    }

    @Test
    void takes_a_letter_that_stands_for_a_bullet_for_one() throws IOException {
        Reading reading = rtf("""
                {\\fonttbl{\\f0\\fcharset0 A;}{\\f5\\fcharset2 Wingdings;}}\\f0 {\\listtext\\f0 o\\tab}One\\par
                {\\listtext\\f5 \\'fc\\'fc\\tab}Two\\par{\\listtext\\f0 a)\\tab}Three\\par""");

        assertThat(reading.lines()).containsExactly("list-item One", "list-item Two", "list-item a) Three");
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
