package org.rostrum.extraction;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a rule, or a {@code style} attribute, says of whether something is seen. */
record CssDeclarations(Map<Property, Said> said) {

    private static final Pattern IMPORTANT = Pattern.compile("\\s*!\\s*important$");
    private static final Pattern NOTHING = Pattern.compile("\\+?(?:0+(?:\\.0+)?|\\.0+)(?:%|[a-z]{1,4})?");
    /** Says that it is as it would be. */
    private static final Set<String> AS_IT_WAS = Set.of("inherit", "unset", "revert", "revert-layer");

    /** What hides something, each by itself. */
    enum Property {
        DISPLAY,
        OPACITY,
        VISIBILITY,
        SIZE
    }

    /** In rising order: of two rules for one thing, the one that shows it holds. */
    enum Said {
        HIDES,
        HIDES_FIRMLY,
        SHOWS,
        SHOWS_FIRMLY;

        static Said of(boolean hides, boolean firmly) {
            if (hides) {
                return firmly ? HIDES_FIRMLY : HIDES;
            }
            return firmly ? SHOWS_FIRMLY : SHOWS;
        }

        boolean hides() {
            return this == HIDES || this == HIDES_FIRMLY;
        }

        boolean isFirm() {
            return this == HIDES_FIRMLY || this == SHOWS_FIRMLY;
        }
    }

    static CssDeclarations of(String css) {
        Map<Property, Said> said = new EnumMap<>(Property.class);
        for (String declaration : css.isBlank() ? Set.<String>of() : CssText.split(css, ';')) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
                String plain = IMPORTANT.matcher(value).replaceFirst("");
                declare(
                        declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        plain,
                        !plain.equals(value),
                        said);
            }
        }
        return new CssDeclarations(said);
    }

    private static void declare(String name, String value, boolean firmly, Map<Property, Said> said) {
        if (value.isEmpty()) {
            return;
        }
        boolean declares = !AS_IT_WAS.contains(value);
        switch (name) {
            case "display" -> put(Property.DISPLAY, Said.of(value.equals("none"), firmly), said);
            case "opacity" -> put(Property.OPACITY, Said.of(isNothing(value), firmly), said);
            case "visibility" -> {
                if (declares) {
                    put(Property.VISIBILITY, Said.of(value.equals("hidden") || value.equals("collapse"), firmly), said);
                }
            }
            case "font-size" -> {
                if (declares) {
                    put(Property.SIZE, Said.of(isNothing(value), firmly), said);
                }
            }
            case "font" -> {
                if (declares) {
                    put(Property.SIZE, Said.of(false, firmly), said);
                }
            }
            case "animation", "animation-name", "-webkit-animation", "-webkit-animation-name" -> {
                // It fades in; and what an animation says holds more than what rules say (CSS Cascade 4, 6.1).
                if (declares && !value.equals("none") && !value.equals("initial")) {
                    put(Property.OPACITY, Said.SHOWS_FIRMLY, said);
                    put(Property.VISIBILITY, Said.SHOWS_FIRMLY, said);
                }
            }
            default -> {}
        }
    }

    /** The last one holds, unless one before it is important. */
    private static void put(Property property, Said now, Map<Property, Said> said) {
        said.merge(property, now, (before, _) -> before.isFirm() && !now.isFirm() ? before : now);
    }

    private static boolean isNothing(String value) {
        return NOTHING.matcher(value).matches();
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    Optional<Said> of(Property property) {
        return Optional.ofNullable(said.get(property));
    }

    CssDeclarations withoutWhatHides() {
        Map<Property, Said> shows = new EnumMap<>(Property.class);
        said.forEach((property, each) -> {
            if (!each.hides()) {
                shows.put(property, each);
            }
        });
        return new CssDeclarations(shows);
    }
}
