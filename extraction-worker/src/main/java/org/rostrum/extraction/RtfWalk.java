package org.rostrum.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Status;
import org.rostrum.extraction.RtfGroup.Where;

/** One walk through an RTF, brace by brace. */
final class RtfWalk {

    private static final int DEEPEST = 1_000;
    private static final int MOST_HEADS = 1_000;
    /** In bytes, whatever the code page. */
    private static final int LONGEST_LETTER = 4;

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

    private final RtfTokens tokens;
    private final Blocks blocks;
    private final int most;
    private final RtfFonts fonts = new RtfFonts();
    private final RtfStyles styles = new RtfStyles();
    private final RtfColours colours = new RtfColours();
    private final Deque<RtfGroup> groups = new ArrayDeque<>();
    private final Deque<RtfStory> stories = new ArrayDeque<>();
    /** By what they say: each section repeats them. */
    private final Map<String, RtfStory> heads = new LinkedHashMap<>();

    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private RtfGroup group = new RtfGroup();
    private @Nullable FlagKind last;
    private boolean starred;
    private boolean pageIsColoured;
    private int toSkip;
    private int taken;

    RtfWalk(byte[] rtf, Blocks blocks) {
        this.tokens = new RtfTokens(rtf);
        this.blocks = blocks;
        this.most = blocks.left();
        stories.push(new RtfStory(styles, blocks));
    }

    void read() throws IOException {
        for (RtfTokens.Token token = tokens.next(); token != RtfTokens.Token.END; token = tokens.next()) {
            if (token == RtfTokens.Token.LETTER) {
                letter();
                continue;
            }
            flush();
            switch (token) {
                case OPEN -> open();
                case CLOSE -> {
                    if (groups.isEmpty()) {
                        throw new IOException("a brace that nothing opened");
                    }
                    close();
                    if (groups.isEmpty()) {
                        finish();
                        return;
                    }
                }
                default -> word(tokens.word());
            }
        }
        // Half a file: nobody would know that the rest is missing.
        throw new IOException("no end");
    }

    private void finish() throws IOException {
        RtfStory text = story();
        text.end(group);
        text.moveTo(blocks);
        List<RtfStory> all = new ArrayList<>(heads.values());
        blocks.asFurniture(() -> all.forEach(head -> head.moveTo(blocks)));
    }

    private RtfStory story() {
        return stories.getFirst();
    }

    private void open() throws Refused {
        if (groups.size() >= DEEPEST) {
            throw new Refused(Status.TOO_LARGE, "groups in groups");
        }
        groups.push(group);
        group = group.within();
        toSkip = 0;
        starred = false;
        if (groups.getFirst().isSheet) {
            styles.begin();
        }
    }

    private void close() {
        RtfStory ended = group.story;
        String word = group.storyIs;
        if (ended != null) {
            ended.end(group);
            stories.pop();
        }
        group = groups.pop();
        toSkip = 0;
        starred = false;
        if (ended != null) {
            keep(ended, word);
        }
    }

    private void keep(RtfStory ended, String word) {
        if (word.equals("footnote")) {
            story().note(ended.line().strip());
        } else if (HEADS.contains(word)) {
            if (heads.size() < MOST_HEADS) {
                heads.putIfAbsent(ended.line(), ended);
            }
        } else {
            story().box(ended);
        }
    }

    private void letter() {
        if (toSkip > 0) {
            toSkip--;
        } else if (group.where != Where.NOWHERE) {
            letters.write(tokens.letter());
            if (letters.size() > LONGEST_LETTER * (long) most) {
                throw new Blocks.TooMuchText();
            }
        }
    }

    private void flush() {
        if (letters.size() > 0) {
            take(fonts.decode(letters.toByteArray(), group.fontOfLetters()));
            letters.reset();
        }
    }

    private void word(String word) {
        if (word.equals("*")) {
            starred = true;
            return;
        }
        boolean ignorable = starred;
        starred = false;
        if (word.equals("bin")) {
            tokens.skip(tokens.parameter(0));
            return;
        }
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        switch (group.where) {
            case NOWHERE -> {}
            case FONTS -> define(ignorable, () -> fonts.define(word, tokens));
            case COLOURS -> colours.define(word, tokens);
            case STYLES -> define(ignorable && !word.matches("[cdt]?s"), () -> styles.define(word, tokens));
            case LABEL, TEXT -> {
                if (!begins(word, ignorable)) {
                    shown(word);
                }
            }
        }
    }

    private void define(boolean isOther, Runnable definition) {
        if (isOther) {
            group.where = Where.NOWHERE;
        } else {
            definition.run();
        }
    }

    /** A group that is something else than running text says so by its first word. */
    private boolean begins(String word, boolean ignorable) {
        switch (word) {
            case "fonttbl" -> group.where = Where.FONTS;
            case "colortbl" -> group.where = Where.COLOURS;
            case "stylesheet" -> {
                group.where = Where.STYLES;
                group.isSheet = true;
            }
            case "listtext", "pntext" -> group.where = Where.LABEL;
            case "annotation" -> {
                blocks.flag(FlagKind.COMMENT);
                group.where = Where.NOWHERE;
            }
            case "background" -> {
                pageIsColoured = true;
                group.where = Where.NOWHERE;
            }
            case "footnote" -> tellIfAnchorIsSeen(word);
            case "shptxt", "dptxbxtext" -> {
                tellIfAnchorIsSeen(word);
                group.isBox = true;
            }
            default -> {
                if (HEADS.contains(word)) {
                    tell(word);
                } else if (isNoText(word) || (ignorable && !SHOWN.contains(word))) {
                    group.where = Where.NOWHERE;
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** The last are properties of a formula. */
    private static boolean isNoText(String word) {
        return NO_TEXT.contains(word) || (word.startsWith("m") && word.endsWith("Pr"));
    }

    /** What it holds begins with properties of its own: those of its anchor are known only now. */
    private void tellIfAnchorIsSeen(String word) {
        FlagKind kind = group.anchorIsLeftOut();
        if (kind == null) {
            tell(word);
        } else {
            note(kind);
            group.where = Where.NOWHERE;
        }
    }

    private void tell(String word) {
        RtfStory story = new RtfStory(styles, blocks);
        stories.push(story);
        group.story = story;
        group.storyIs = word;
        group.where = Where.TEXT;
        group.plainParagraph();
    }

    private void shown(String word) {
        switch (word) {
            case "par", "sect", "nestcell" -> endParagraph();
            case "cell" -> {
                story().endCell(group);
                move();
            }
            case "row" -> {
                story().endRow();
                move();
            }
            case "u" -> {
                take(Character.toString((char) tokens.parameter('?')));
                toSkip = group.fallback;
            }
            case "pard" -> group.plainParagraph();
            case "plain" -> group.plain(fonts.usual());
            case "mac", "pc", "pca", "ansicpg" -> fonts.declare(word, tokens);
            case "deff" -> {
                fonts.declare(word, tokens);
                group.setIn(fonts.usual());
            }
            default -> {
                String sign = SIGNS.get(word);
                if (sign == null) {
                    group.apply(word, tokens, colours);
                } else {
                    take(sign);
                }
            }
        }
    }

    private void endParagraph() {
        if (group.where == Where.LABEL) {
            return;
        }
        if (group.deleted) {
            note(FlagKind.TRACKED_DELETION);
            return;
        }
        story().endParagraph(group);
        move();
    }

    /** The text's own paragraphs need not wait for its end. */
    private void move() {
        if (stories.size() == 1) {
            story().moveTo(blocks);
        }
    }

    private void take(String more) {
        switch (group.where) {
            case NOWHERE, FONTS -> {}
            case COLOURS -> colours.next(more);
            case STYLES -> styles.name(more);
            case LABEL -> {
                spend(more);
                story().label(fonts.isOfPictures(group.fontOfLetters()) ? "" : more);
            }
            case TEXT -> text(more);
        }
    }

    private void text(String more) {
        FlagKind kind = kind();
        if (!more.isBlank()) {
            note(kind);
        }
        if (kind != null && kind != FlagKind.TRACKED_INSERTION) {
            return;
        }
        spend(more);
        story().append(more);
    }

    private void spend(String more) {
        taken += more.length();
        if (taken > most) {
            throw new Blocks.TooMuchText();
        }
    }

    /** A stretch of several pieces counts once. */
    private void note(@Nullable FlagKind kind) {
        if (kind != null && kind != last) {
            blocks.flag(kind);
        }
        last = kind;
    }

    private @Nullable FlagKind kind() {
        FlagKind leftOut = group.anchorIsLeftOut();
        if (leftOut != null) {
            return leftOut;
        }
        if (group.isUnseen(!pageIsColoured && colours.isWhite(group.colour))) {
            return FlagKind.HIDDEN_TEXT;
        }
        return group.inserted ? FlagKind.TRACKED_INSERTION : null;
    }
}
