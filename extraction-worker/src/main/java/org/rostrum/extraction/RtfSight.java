package org.rostrum.extraction;

import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.Response.FlagKind;

/** Which letters of an RTF a reader sees, and the count of those that are left out. */
final class RtfSight {

    private final RtfColours colours;
    private final Blocks blocks;
    private @Nullable FlagKind last;
    private boolean pageIsColoured;

    RtfSight(RtfColours colours, Blocks blocks) {
        this.colours = colours;
        this.blocks = blocks;
    }

    /** White letters are no secret on it. */
    void colourPage() {
        pageIsColoured = true;
    }

    /** Whether letters of the group are seen; what is to be said of them is counted. */
    boolean sees(RtfGroup group, String letters) {
        FlagKind kind = kind(group);
        if (!letters.isBlank()) {
            note(kind);
        }
        return kind == null || kind == FlagKind.TRACKED_INSERTION;
    }

    private @Nullable FlagKind kind(RtfGroup group) {
        FlagKind leftOut = group.anchorIsLeftOut();
        if (leftOut != null) {
            return leftOut;
        }
        if (group.isUnseen(!pageIsColoured && colours.isWhite(group.colour))) {
            return FlagKind.HIDDEN_TEXT;
        }
        return group.inserted ? FlagKind.TRACKED_INSERTION : null;
    }

    /** A stretch of several pieces counts once. */
    void note(@Nullable FlagKind kind) {
        if (kind != null && kind != last) {
            blocks.flag(kind);
        }
        last = kind;
    }
}
