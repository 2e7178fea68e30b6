package org.rostrum.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.FlagKind;

class OpenDocumentTest {

    @Test
    void hostile_30_leaves_out_changes_comments_and_hidden_text_and_says_so() throws IOException {
        Reading reading = Reading.of(Office.odt("""
                <style:style style:name="S"><style:text-properties text:display="none"/></style:style>
                <style:style style:name="Tiny"><style:text-properties fo:font-size="1pt"/></style:style>""", """
                <text:tracked-changes><text:changed-region><text:deletion><text:p>deleted words</text:p></text:deletion>
                </text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
                <text:p>We agree<text:change-start/> fully<text:change-end/>.<office:annotation><text:p>a remark</text:p>\
                </office:annotation><text:span text:style-name="S"> unseen</text:span>\
                <text:hidden-text>conditional</text:hidden-text></text:p>
                <text:section text:display="none"><text:p>a hidden section</text:p></text:section>
                <text:section text:display="condition" text:is-hidden="true"><text:p>another</text:p></text:section>
                <text:p><text:span text:style-name="Tiny">of one point</text:span></text:p>"""), "answer.odt");

        assertThat(reading.lines()).containsExactly("paragraph We agree fully.");
        assertThat(reading.flags())
                .containsOnly(
                        entry(FlagKind.TRACKED_DELETION, 1),
                        entry(FlagKind.TRACKED_INSERTION, 1),
                        entry(FlagKind.COMMENT, 1),
                        entry(FlagKind.HIDDEN_TEXT, 5));
    }

    @Test
    void what_has_a_readable_size_of_its_own_is_seen_within_what_has_none() throws IOException {
        Reading reading = Reading.of(Office.odt("""
                <style:style style:name="Tiny"><style:text-properties fo:font-size="1pt"/></style:style>
                <style:style style:name="Read" style:parent-style-name="Tiny"><style:text-properties fo:font-size="11pt"/>
                </style:style>
                <style:style style:name="Same" style:parent-style-name="Tiny"><style:text-properties fo:color="#000000"/>
                </style:style>
                <style:style style:name="Later"><style:text-properties text:display="none"/></style:style>
                <style:style style:name="Later"/>
                <style:style style:name="Before"/><style:default-style><style:text-properties fo:font-size="1pt"/>
                </style:default-style>""", """
                <text:p text:style-name="Read">one</text:p><text:p text:style-name="Same">not</text:p>
                <text:p text:style-name="Tiny">not<text:span text:style-name="Read">two</text:span></text:p>
                <text:p text:style-name="Tiny"><text:span text:style-name="Same">not</text:span></text:p>
                <text:p text:style-name="Later">three</text:p><text:p text:style-name="Before">four</text:p>"""), "answer.odt");

        assertThat(reading.texts()).containsExactly("one", "two", "three", "four");
        assertThat(reading.flags()).containsOnly(entry(FlagKind.HIDDEN_TEXT, 3));
    }

    @Test
    void reads_numbered_lists_tables_and_footnotes() throws IOException {
        Reading reading = Reading.of(Office.odt("""
                <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
                 style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a"
                 text:display-levels="2"/></text:list-style>""", """
                <text:list text:style-name="L"><text:list-item><text:p>first</text:p><text:list><text:list-item>
                <text:p>inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>second</text:p>
                </text:list-item></text:list>
                <table:table><table:table-row><table:table-cell><text:p>Question</text:p></table:table-cell><table:table-cell>
                <text:p>Answer</text:p></table:table-cell></table:table-row></table:table>
                <text:p>Prices fell<text:note><text:note-citation>1</text:note-citation><text:note-body>
                <text:p>See the report.</text:p></text:note-body></text:note> again.</text:p>"""), "answer.odt");

        assertThat(reading.lines())
                .containsExactly(
                        "list-item 1. first",
                        "list-item 1.a inner",
                        "list-item 2. second",
                        "table-row Question\tAnswer",
                        "paragraph Prices fell again.",
                        "footnote See the report.");
        assertThat(reading.placeOf("Prices")).isEqualTo(" 0 6");
    }

    @Test
    void reads_each_sheet_as_a_part_and_leaves_out_what_is_hidden() throws IOException {
        Reading reading = Reading.of(Office.ods("""
                <style:style style:name="T"><style:table-properties table:display="false"/></style:style>""", """
                <table:table table:name="Answers"><table:table-column/><table:table-column table:visibility="collapse"/>
                <table:table-column/>
                <table:table-row><table:table-cell><text:p>Question</text:p></table:table-cell><table:table-cell>
                <text:p>internal</text:p></table:table-cell><table:table-cell><text:p>Answer</text:p></table:table-cell>
                </table:table-row>
                <table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>
                <table:table-row table:visibility="collapse"><table:table-cell><text:p>hidden</text:p></table:table-cell>
                </table:table-row>
                <table:table-row><table:table-cell><office:annotation><text:p>remark</text:p></office:annotation>
                <text:p>Why?</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>Because.</text:p>
                <text:p>So.</text:p></table:table-cell></table:table-row></table:table>
                <table:table table:name="Internal" table:style-name="T"><table:table-row><table:table-cell>
                <text:p>never</text:p></table:table-cell></table:table-row></table:table>"""), "answer.ods");

        assertThat(reading.lines()).containsExactly("table-row Question\t\tAnswer", "table-row Why?\t\tBecause.\nSo.");
        assertThat(reading.placeOf("Why?")).isEqualTo("Answers 0 7");
        assertThat(reading.flags())
                .containsOnly(
                        entry(FlagKind.HIDDEN_SHEET, 1),
                        entry(FlagKind.HIDDEN_ROW, 1),
                        entry(FlagKind.HIDDEN_COLUMN, 1),
                        entry(FlagKind.COMMENT, 1));
    }
}
