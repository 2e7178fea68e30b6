package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.Response.FlagKind;

class HtmlHidingTest {

    @Test
    void what_one_rule_shows_is_seen_whatever_hides_its_like() throws IOException {
        assertThat(texts("""
                .tab-pane{display:none}.tab-pane.active{display:block} .collapse.show{display:block}.collapse{display:none}
                .fade{opacity:0}.fade.in{opacity:1} .off{visibility:hidden}.on{visibility:visible} .late{opacity:0;animation:in 1s}""", """
                <div class="tab-pane">not</div><div class="tab-pane active">tab</div><div class="collapse">not</div>
                <div class="collapse show">collapse</div><div class="fade">not</div><div class="fade in">fade</div>
                <div class="off">not<p class="on">child</p><p>nor this</p></div><div class="late">late</div>""")).containsExactly("tab", "collapse", "fade", "child", "late");
    }

    @Test
    void what_shows_something_else_does_not_show_what_is_hidden() throws IOException {
        assertThat(texts(
                        "p{font-size:14px;opacity:1;visibility:visible} .secret{display:none} .no{opacity:0.0} div{display:block}",
                        "<p class=secret>not</p><span class=no>not</span><p>seen</p>"))
                .containsExactly("seen");
    }

    @Test
    void what_an_element_says_of_itself_holds() throws IOException {
        assertThat(texts(".x{display:none} .y{display:block!important} .z{display:block}", """
                <p class="x" style="display:block">shown</p><p class="x" style="color:red">not</p>
                <p class="y" style="display:none">by a rule that is important</p><p class="z" style="display:none">not</p>
                <p style="display:none;display:block">at last</p><p hidden>not</p><p class="z" hidden>not as an attribute</p>
                <p style="background:url('a;display:none')">in a string</p>"""))
                .containsExactly(
                        "shown", "by a rule that is important", "at last", "not as an attribute", "in a string");
    }

    @Test
    void letters_without_a_size_are_hidden_and_those_in_them_that_have_one_are_not() throws IOException {
        Reading reading = Reading.of("""
                <!doctype html><html><head><style>.pre{font-size:0px}</style></head><body>
                <table><tr><td style="font-size:0px;padding:10px 25px">not<div style="font-family:Ubuntu;font-size:13px">the mail</div>
                <p style="font:14px/1.2 Arial">its end</p><p>nor this</p></td></tr></table>
                <div class="pre">preheader <b>bold</b></div></body></html>""".getBytes(UTF_8), "mail.html");

        assertThat(reading.texts()).containsExactly("the mail", "its end");
        assertThat(reading.flags()).containsOnly(entry(FlagKind.HIDDEN_TEXT, 2));
    }

    @Test
    void tables_of_pages_without_a_doctype_have_letters_of_their_own() throws IOException {
        assertThat(Reading.of("""
                <html><body><div style="font-size:0">not<table><tr><td>seen</td></tr></table></div></body></html>""".getBytes(UTF_8), "mail.html").texts()).containsExactly("seen");
    }

    @Test
    void rules_hide_nothing_but_what_they_are_for() throws IOException {
        String longest = ".a".repeat(99) + " .b, " + ".c ".repeat(80) + "p{display:none}";
        assertThat(texts(longest, "<p>one</p><p class='b'>two</p>")).containsExactly("one", "two");
        assertThat(texts(
                        ".print{color:red; p{display:none} @media print{display:none}} .print{}",
                        "<p>one</p><p class=print>two</p>"))
                .containsExactly("one", "two");
        assertThat(texts("""
                @font-face{src:url(data:x;{)} @layer a{ @media print{p{display:none}} p{display:none} }
                @supports (display:grid){p{display:none}} @import url("a{b"); @container (width>1px){p{display:none}}
                .x::after{content:"} p{display:none} /*"} i{display:none}""", "<p>one</p><i>not</i>")).containsExactly("one");
        assertThat(texts(
                        "p:first-child, p[class], p ~ p, p + p, *, div > *{display:none}",
                        "<p>one</p><p class=a>two</p>"))
                .containsExactly("one", "two");
        assertThat(texts(".Secret{display:none} #ID{display:none} div > .in{display:none} .a .b.c{display:none}", """
                <p class="secret">one</p><p id="id">two</p><div><p><i class="in">three</i></p><p class="in">not</p></div>
                <p class="Secret">not</p><div class="a"><p><b class="b">four</b> <b class="c b">not</b></p></div>"""))
                .containsExactly("one", "two", "three", "four");
    }

    @Test
    void what_is_shown_under_a_condition_that_may_hold_is_seen() throws IOException {
        assertThat(texts("""
                .d-none{display:none!important} @media (min-width:768px){.d-md-block{display:block!important}}
                .hidden{display:none} @media (min-width:768px){.md\\:block{display:block}} .menu{display:none}
                .menu:hover{display:block} @media print{.menu{display:block}} @media (max-width:600px){.menu{display:block}}
                .slide{display:none} .slide:first-child{display:block} .pane{display:none; &.open{display:block}}""", """
                <div class="d-none d-md-block">wide</div><div class="hidden md:block">wider</div><div class="menu">not</div>
                <div><div class="slide">first</div></div><div class="pane">not</div><div class="pane open">open</div>""")).containsExactly("wide", "wider", "first", "open");
    }

    @Test
    void style_sheets_for_other_media_and_of_other_kinds_do_not_count() throws IOException {
        assertThat(Reading.of("""
                <html><head><style media="print">p{display:none}</style><style media="(max-width:600px)">p{display:none}</style>
                <style type="text/x-template">p{display:none}</style><style media="screen">i{display:none}</style>
                <style media="all"><!-- b{display:none} --></style><style>u{display:none</style></head>
                <body><p>seen<i>not</i><b>not</b><u>not</u></p></body></html>""".getBytes(UTF_8), "page.html").texts()).containsExactly("seen");
    }

    @Test
    void style_sheets_without_end_hide_nothing() throws IOException {
        String many = ".x{display:none}".repeat(6_000);

        assertThat(texts(many, "<p class=x>seen</p>")).containsExactly("seen");
    }

    @Test
    void hidden_parts_of_tables_and_their_titles_are_left_out_and_flagged() throws IOException {
        Reading reading = Reading.of("""
                <html><head><style>.off{display:none} caption > b{display:none}</style></head><body>
                <table><caption>Prices<b> not</b></caption><thead hidden><tr><th>not</th><th>not</th></tr></thead>
                <tbody><tr><td>a</td><td>b</td></tr></tbody><tbody style="display:none"><tr><td>not</td></tr><tr><td>not</td></tr>
                </tbody><tfoot class="off"><tr><td>not</td></tr></tfoot></table>
                <table><caption class="off">not</caption><tr><td>c</td><td>d</td></tr></table></body></html>""".getBytes(UTF_8), "page.html");

        assertThat(reading.lines()).containsExactly("paragraph Prices", "table-row a\tb", "table-row c\td");
        assertThat(reading.flags()).containsOnly(entry(FlagKind.HIDDEN_ROW, 5), entry(FlagKind.HIDDEN_TEXT, 1));
    }

    private static List<String> texts(String css, String body) throws IOException {
        String page = "<!doctype html><html><head><style>" + css + "</style></head><body>" + body + "</body></html>";
        return Reading.of(page.getBytes(UTF_8), "page.html").texts();
    }
}
