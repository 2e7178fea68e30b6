package org.rostrum.publishing.adapter.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** One font file; it is opened when first asked about. */
final class Typeface {
    private static final int LAST_PLANE_WITH_SCRIPTS = 0x3FFFF;
    private static final String OF_LAST_RESORT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final Pattern JOINING = Pattern.compile("Bengali|Devanagari|Gujarati");

    private final @Nullable Path file;
    private volatile @Nullable BitSet characters;

    private Typeface(@Nullable Path file) {
        this.file = file;
    }

    static Typeface of(Path file) {
        return new Typeface(file);
    }

    /** Liberation Sans (Latin, Greek, Cyrillic), which the PDF library brings along. */
    static Typeface ofLastResort() {
        return new Typeface(null);
    }

    /** Whether it has a glyph for the character; a file that is not a font has none. */
    boolean covers(int character) {
        var known = characters;
        if (known == null) {
            known = readCharacters();
            characters = known;
        }
        return known.get(character);
    }

    /** The font, for one document. */
    TrueTypeFont load() throws IOException {
        try (var bytes = open()) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            font.setEnableGsub(substitutesGlyphs());
            return font;
        }
    }

    /** Whether the PDF library can join the letters of its script; for others it would only cost four times the time. */
    private boolean substitutesGlyphs() {
        return file != null && JOINING.matcher(file.getFileName().toString()).find();
    }

    private InputStream open() throws IOException {
        return file == null ? resource() : Files.newInputStream(file);
    }

    /** The same face in another weight or slant, if it is installed beside this one. */
    Optional<Typeface> sibling(String style) {
        return Optional.ofNullable(file)
                .map(regular -> regular.resolveSibling(
                        regular.getFileName().toString().replace("-Regular.", "-" + style + ".")))
                .filter(sibling -> !sibling.equals(file) && Files.isReadable(sibling))
                .map(Typeface::of);
    }

    private static InputStream resource() {
        var resource = TTFParser.class.getResourceAsStream(OF_LAST_RESORT);
        if (resource == null) {
            throw new IllegalStateException("the PDF library no longer brings " + OF_LAST_RESORT);
        }
        return resource;
    }

    private BitSet readCharacters() {
        var found = new BitSet();
        try (var font = load()) {
            var lookup = font.getUnicodeCmapLookup();
            for (int character = ' '; character <= LAST_PLANE_WITH_SCRIPTS; character++) {
                if (lookup.getGlyphId(character) > 0) {
                    found.set(character);
                }
            }
        } catch (IOException | RuntimeException e) {
            return new BitSet();
        }
        return found;
    }
}
