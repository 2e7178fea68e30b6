package org.rostrum.processing.domain.text;

/**
 * One block as the extraction worker read it, before normalisation.
 *
 * @param level 1 to 6 for a heading, 0 for everything else
 * @param text as found; line ends may be those of the page's layout
 * @param page counted from 1; 0 where the format has no pages
 */
public record RawBlock(BlockKind kind, int level, String text, int page) {

    public static final int NO_PAGE = 0;

    public RawBlock {
        if (kind == BlockKind.HEADING ? level < 1 || level > 6 : level != 0) {
            throw new IllegalArgumentException("Level " + level + " does not fit a block of kind " + kind);
        }
        if (page < 0) {
            throw new IllegalArgumentException("Pages count from 1 (0: none), got " + page);
        }
    }

    public static RawBlock paragraph(String text) {
        return new RawBlock(BlockKind.PARAGRAPH, 0, text, NO_PAGE);
    }

    public static RawBlock heading(int level, String text) {
        return new RawBlock(BlockKind.HEADING, level, text, NO_PAGE);
    }

    RawBlock with(BlockKind otherKind, String otherText) {
        return new RawBlock(otherKind, otherKind == BlockKind.HEADING ? level : 0, otherText, page);
    }
}
