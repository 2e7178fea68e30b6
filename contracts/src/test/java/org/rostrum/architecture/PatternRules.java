package org.rostrum.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * No pattern lets a hostile text take more than a fixed number of steps for each of its characters (hostile case 54). Steps
 * are counted, not timed: a pattern looks at a text through {@link CharSequence#charAt}. Every pattern that production code
 * keeps in a static field is tried, whole and searching, on long repetitions of what patterns like to repeat.
 */
public final class PatternRules {
    /** Of its characters, each is looked at so often at most: a bounded repetition, such as {1,64}, tried from each of them. */
    private static final int LOOKS = 400;

    private static final int LENGTH = 3_000;
    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "1",
            "1.",
            "a.",
            "a-",
            "-",
            ".",
            "_",
            "\"",
            "'",
            "(",
            "[",
            "#",
            "*",
            "@",
            "a@",
            "a@a.",
            " at ",
            " dot ",
            ":",
            ";",
            ",",
            "|",
            "/",
            "/a",
            " ",
            "\t",
            "\n",
            "\r",
            "\u00A0",
            "\u200B",
            "\u2028",
            "•",
            "q ",
            "question ",
            "问",
            "ا",
            "é",
            "xn--");
    private static final List<String> ENDS = List.of("", "!", "\n\u0000");

    private final String root;
    private final Map<String, Integer> longest = new TreeMap<>();

    private PatternRules(String root) {
        this.root = root;
    }

    public static PatternRules of(String root) {
        return new PatternRules(root);
    }

    /** A field, as {@code Class.FIELD}, whose texts are never longer than that when it is asked. */
    public PatternRules bounded(String field, int characters) {
        longest.put(field, characters);
        return this;
    }

    /** Fails with every pattern that breaks the rule, and the text that shows it. */
    public void check() {
        var fields = fields();
        if (fields.isEmpty()) {
            throw new AssertionError("no pattern under " + root + " was found: this would guard nothing");
        }
        var found = fields.stream().flatMap(this::breach).toList();
        if (!found.isEmpty()) {
            throw new AssertionError(String.join("\n", found));
        }
    }

    private List<Field> fields() {
        var production = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return production.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Pattern.class)
                        && field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> reflect(field.getOwner(), field.getName()))
                .toList();
    }

    private static Field reflect(JavaClass owner, String name) {
        try {
            var field = owner.reflect().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private Stream<String> breach(Field field) {
        try {
            var name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
            int length = longest.getOrDefault(name, LENGTH);
            return breach((Pattern) field.get(null), length).stream()
                    .map(text -> "%s takes more than %d steps a character on %s".formatted(name, LOOKS, text));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> breach(Pattern pattern, int length) {
        var found = new ArrayList<String>();
        for (var one : PIECES) {
            for (var other : PIECES) {
                var piece = one.equals(other) ? one : one + other;
                for (var end : ENDS) {
                    var text = piece.repeat(length / piece.length()) + end;
                    if (found.isEmpty() && !isWithin(pattern, text)) {
                        found.add("%d times \"%s\", then \"%s\"".formatted(length / piece.length(), piece, end));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isWithin(Pattern pattern, String text) {
        try {
            pattern.matcher(new Counted(text)).matches();
            var search = pattern.matcher(new Counted(text));
            while (search.find()) {
                search.end();
            }
            return true;
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long left;

        Counted(String text) {
            this.text = text;
            this.left = (long) LOOKS * (text.length() + 1);
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
