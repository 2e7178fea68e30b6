package org.rostrum.extraction;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The control words of RTF that say what is text, and those that stand for a sign of it (RTF 1.9.1). */
final class RtfWords {

    private static final Set<String> HEADS =
            Set.of("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf");
    /** What stands in a group of its own and is no text, even without the star that says so of others. */
    private static final Set<String> NO_TEXT = Set.of(
            "info",
            "pict",
            "nonshppict",
            "shprslt",
            "fldinst",
            "xe",
            "rxe",
            "tc",
            "tcn",
            "txe",
            "sp",
            "revtbl",
            "filetbl",
            "listtable",
            "listoverridetable",
            "ftnsep",
            "ftnsepc",
            "ftncn",
            "aftnsep",
            "aftnsepc",
            "aftncn",
            "atnid",
            "atnauthor",
            "atntime",
            "atnicn",
            "atnref",
            "atrfstart",
            "atrfend",
            "pntxta",
            "pntxtb",
            "template",
            "private",
            "objdata",
            "objclass",
            "fontemb",
            "falt",
            "panose",
            "datafield");
    /** What is text in spite of a star. */
    private static final Set<String> SHOWN =
            Set.of("shpinst", "shppict", "fldrslt", "shpgrp", "do", "moMath", "moMathPara");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("tab", " "),
            Map.entry("line", "\n"),
            Map.entry("softline", " "),
            Map.entry("page", " "),
            Map.entry("column", " "),
            Map.entry("emdash", "\u2014"),
            Map.entry("endash", "\u2013"),
            Map.entry("emspace", " "),
            Map.entry("enspace", " "),
            Map.entry("qmspace", " "),
            Map.entry("bullet", "\u2022"),
            Map.entry("lquote", "\u2018"),
            Map.entry("rquote", "\u2019"),
            Map.entry("ldblquote", "\u201C"),
            Map.entry("rdblquote", "\u201D"),
            Map.entry("zwj", "\u200D"),
            Map.entry("zwnj", "\u200C"),
            Map.entry("~", "\u00A0"),
            Map.entry("_", "-"));

    private RtfWords() {}

    /** Whether its group is a running head or foot. */
    static boolean isHead(String word) {
        return HEADS.contains(word);
    }

    /**
     * Whether nothing in the group that begins with it is text; the last of them are properties of a formula.
     *
     * @param ignorable whether a star says that it may be left out
     */
    static boolean isNoText(String word, boolean ignorable) {
        return NO_TEXT.contains(word)
                || (word.startsWith("m") && word.endsWith("Pr"))
                || (ignorable && !SHOWN.contains(word));
    }

    /** What it is printed as, if it is. */
    static @Nullable String sign(String word) {
        return SIGNS.get(word);
    }
}
