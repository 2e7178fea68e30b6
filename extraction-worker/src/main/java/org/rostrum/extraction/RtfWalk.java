package org.rostrum.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Status;
import org.rostrum.extraction.RtfGroup.Where;

/** One walk through an RTF, brace by brace. */
final class RtfWalk {

    private static final int DEEPEST = 1_000;
    /** In bytes, whatever the code page. */
    private static final int LONGEST_LETTER = 4;

    private final RtfTokens tokens;
    private final Blocks blocks;
    private final int most;
    private final RtfFonts fonts = new RtfFonts();
    private final RtfStyles styles = new RtfStyles();
    private final RtfColours colours = new RtfColours();
    private final Deque<RtfGroup> groups = new ArrayDeque<>();
    private final RtfStories stories;
    private final RtfSight sight;
    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private RtfGroup group = new RtfGroup();
    private boolean starred;
    private int toSkip;
    private int taken;

    RtfWalk(byte[] rtf, Blocks blocks) {
        this.tokens = new RtfTokens(rtf);
        this.blocks = blocks;
        this.most = blocks.left();
        this.stories = new RtfStories(styles, blocks);
        this.sight = new RtfSight(colours, blocks);
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
                        stories.finish(group);
                        return;
                    }
                }
                default -> word(tokens.word());
            }
        }
        // Half a file: nobody would know that the rest is missing.
        throw new IOException("no end");
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
        stories.end(group);
        group = groups.pop();
        toSkip = 0;
        starred = false;
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
                sight.colourPage();
                group.where = Where.NOWHERE;
            }
            case "footnote" -> tellIfAnchorIsSeen(word);
            case "shptxt", "dptxbxtext" -> {
                tellIfAnchorIsSeen(word);
                group.isBox = true;
            }
            default -> {
                if (RtfWords.isHead(word)) {
                    tell(word);
                } else if (RtfWords.isNoText(word, ignorable)) {
                    group.where = Where.NOWHERE;
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** What it holds begins with properties of its own: those of its anchor are known only now. */
    private void tellIfAnchorIsSeen(String word) {
        FlagKind kind = group.anchorIsLeftOut();
        if (kind == null) {
            tell(word);
        } else {
            sight.note(kind);
            group.where = Where.NOWHERE;
        }
    }

    private void tell(String word) {
        stories.begin(group, word);
        group.where = Where.TEXT;
        group.plainParagraph();
    }

    private void shown(String word) {
        switch (word) {
            case "par", "sect", "nestcell" -> endParagraph();
            case "cell" -> {
                stories.current().endCell(group);
                stories.move();
            }
            case "row" -> {
                stories.current().endRow();
                stories.move();
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
                String sign = RtfWords.sign(word);
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
            sight.note(FlagKind.TRACKED_DELETION);
            return;
        }
        stories.current().endParagraph(group);
        stories.move();
    }

    private void take(String more) {
        switch (group.where) {
            case NOWHERE, FONTS -> {}
            case COLOURS -> colours.next(more);
            case STYLES -> styles.name(more);
            case LABEL -> {
                spend(more);
                stories.current().label(fonts.isOfPictures(group.fontOfLetters()) ? "" : more);
            }
            case TEXT -> text(more);
        }
    }

    private void text(String more) {
        if (sight.sees(group, more)) {
            spend(more);
            stories.current().append(more);
        }
    }

    private void spend(String more) {
        taken += more.length();
        if (taken > most) {
            throw new Blocks.TooMuchText();
        }
    }
}
