package org.rostrum.publishing.adapter.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fonts of this machine, best first. Noto comes first, for one design for all scripts; then whatever covers more.
 * Which fonts are installed decides what a PDF looks like: for the same bytes everywhere, install the same fonts.
 */
public final class Typefaces {
    private static final System.Logger LOG = System.getLogger(Typefaces.class.getName());
    private static final List<Path> SYSTEM_FOLDERS = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of("/Library/Fonts"),
            Path.of("/System/Library/Fonts"),
            Path.of("C:\\Windows\\Fonts"));
    private static final List<Pattern> PREFERENCE = Stream.of(
                    "NotoSans-Regular\\.ttf",
                    "NotoNaskhArabic-Regular\\.ttf",
                    "NotoSansHebrew-Regular\\.ttf",
                    "NotoSans(?!Mono|Display).*-Regular\\.ttf",
                    "DroidSansFallbackFull\\.ttf",
                    "DroidSansFallback\\.ttf",
                    "NotoSerif(?!Display).*-Regular\\.ttf",
                    "DejaVuSans\\.ttf",
                    "(LiberationSans|Carlito|Arial|arial).*\\.ttf")
            .map(Pattern::compile)
            .toList();
    private static final int DEEPEST_FOLDER = 6;

    private final List<Typeface> faces;

    private Typefaces(List<Typeface> faces) {
        this.faces = faces;
    }

    /** The fonts of the operating system. */
    public static Typefaces installed() {
        return in(SYSTEM_FOLDERS);
    }

    /** The fonts in these folders and below them. */
    public static Typefaces in(List<Path> folders) {
        var files = folders.stream()
                .flatMap(Typefaces::filesBelow)
                .filter(file -> rank(file) < PREFERENCE.size())
                .sorted(Comparator.<Path>comparingInt(Typefaces::rank)
                        .thenComparing(file -> file.getFileName().toString())
                        .thenComparing(Path::toString))
                .toList();
        if (files.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "no fonts found: PDF documents can show Latin, Greek and Cyrillic letters only;"
                            + " install fonts-noto-core and fonts-droid-fallback");
        }
        return new Typefaces(Stream.concat(files.stream().map(Typeface::of), Stream.of(Typeface.ofLastResort()))
                .toList());
    }

    /** As few fonts as are needed for these texts, and what they cannot show. */
    Alphabet covering(IntStream characters) {
        var open = characters.filter(Alphabet::isVisible).boxed().collect(Collectors.toCollection(TreeSet::new));
        var chosen = new ArrayList<Typeface>();
        for (var face : faces) {
            if (open.removeIf(face::covers) || (chosen.isEmpty() && face.covers('A'))) {
                chosen.add(face);
            }
            if (open.isEmpty()) {
                break;
            }
        }
        reportUnprintable(open);
        return new Alphabet(List.copyOf(chosen), Set.copyOf(open), replacement(chosen));
    }

    private static int replacement(List<Typeface> chosen) {
        return chosen.stream().anyMatch(face -> face.covers(Alphabet.REPLACEMENT)) ? Alphabet.REPLACEMENT : '?';
    }

    private static void reportUnprintable(Set<Integer> characters) {
        if (characters.isEmpty()) {
            return;
        }
        var scripts = characters.stream()
                .map(Character.UnicodeScript::of)
                .map(Enum::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        LOG.log(
                System.Logger.Level.WARNING,
                "no installed font covers {0} characters of these scripts, they are replaced in PDF: {1}",
                characters.size(),
                scripts);
    }

    private static int rank(Path file) {
        var name = file.getFileName().toString();
        return IntStream.range(0, PREFERENCE.size())
                .filter(place -> PREFERENCE.get(place).matcher(name).matches())
                .findFirst()
                .orElse(PREFERENCE.size());
    }

    private static Stream<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder, DEEPEST_FOLDER)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "the font folder {0} cannot be read", folder);
            return Stream.empty();
        }
    }
}
