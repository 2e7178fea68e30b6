package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What bytes of text mean: the file's code page, or that of the font that they are set in (RTF 1.9.1, "Font table"). */
final class RtfFonts {

    private static final Map<Integer, String> BY_CHARSET = Map.ofEntries(
            Map.entry(0, "windows-1252"),
            Map.entry(77, "x-MacRoman"),
            Map.entry(128, "windows-31j"),
            Map.entry(129, "x-windows-949"),
            Map.entry(130, "x-Johab"),
            Map.entry(134, "GBK"),
            Map.entry(136, "x-windows-950"),
            Map.entry(161, "windows-1253"),
            Map.entry(162, "windows-1254"),
            Map.entry(163, "windows-1258"),
            Map.entry(177, "windows-1255"),
            Map.entry(178, "windows-1256"),
            Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"),
            Map.entry(222, "x-windows-874"),
            Map.entry(238, "windows-1250"),
            Map.entry(254, "IBM437"),
            Map.entry(255, "IBM850"));

    /** Of Symbol and Wingdings, whose letters are signs. */
    private static final int PICTURES = 2;

    private static final int MOST = 10_000;

    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final Set<Integer> ofPictures = new HashSet<>();
    private Charset whole = Charset.forName("windows-1252");
    private int current;
    private int usual;

    /** Of the file's head. */
    void declare(String word, RtfTokens tokens) {
        switch (word) {
            case "mac" -> whole = named("x-MacRoman");
            case "pc" -> whole = named("IBM437");
            case "pca" -> whole = named("IBM850");
            case "ansicpg" -> whole = page(tokens.parameter(1252));
            case "deff" -> usual = tokens.parameter(0);
            default -> {}
        }
    }

    /** Of the table of fonts. */
    void define(String word, RtfTokens tokens) {
        switch (word) {
            case "f" -> current = tokens.parameter(0);
            case "fcharset" -> {
                int charset = tokens.parameter(0);
                if (charset == PICTURES && ofPictures.size() < MOST) {
                    ofPictures.add(current);
                }
                String name = BY_CHARSET.get(charset);
                if (name != null && fonts.size() < MOST) {
                    fonts.put(current, named(name));
                }
            }
            case "cpg" -> {
                if (fonts.size() < MOST) {
                    fonts.put(current, page(tokens.parameter(1252)));
                }
            }
            default -> {}
        }
    }

    int usual() {
        return usual;
    }

    boolean isOfPictures(int font) {
        return ofPictures.contains(font);
    }

    String decode(byte[] letters, int font) {
        return new String(letters, fonts.getOrDefault(font, whole));
    }

    private Charset page(int number) {
        return switch (number) {
            case 0 -> whole;
            case 65001 -> UTF_8;
            case 932 -> named("windows-31j");
            case 936 -> named("GBK");
            case 949 -> named("x-windows-949");
            case 950 -> named("x-windows-950");
            case 874 -> named("x-windows-874");
            case 1361 -> named("x-Johab");
            case 10000 -> named("x-MacRoman");
            default -> named(number >= 1250 && number <= 1258 ? "windows-" + number : "IBM" + number);
        };
    }

    private Charset named(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : whole;
    }
}
