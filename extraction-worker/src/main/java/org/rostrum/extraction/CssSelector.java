package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a rule is for, as far as names say it: elements, classes and ids, within each other or directly so. */
record CssSelector(List<Names> steps) {

    private static final int LONGEST = 200;
    private static final int MOST_STEPS = 10;
    /** What depends on a pointer, or makes text of its own. */
    private static final Pattern NOT_AT_FIRST = Pattern.compile(
            "::|:(?:hover|focus|active|target|before|after|first-line|first-letter|root)", Pattern.CASE_INSENSITIVE);

    /**
     * What one element must be called.
     *
     * @param isDirect whether it must be a child of what the step before it selects
     */
    private record Names(String tag, List<String> ids, List<String> classes, boolean isDirect) {

        boolean select(Element element) {
            return (tag.isEmpty() || tag.equals(element.normalName()))
                    && ids.stream().allMatch(element.id()::equals)
                    && classes.stream().allMatch(each -> isWordOf(element.className(), each));
        }

        private static boolean isWordOf(String words, String word) {
            for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
                int end = at + word.length();
                if ((at == 0 || Character.isWhitespace(words.charAt(at - 1)))
                        && (end == words.length() || Character.isWhitespace(words.charAt(end)))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Of a selector that has nothing but names; empty of others, and of those that nobody writes by hand. */
    static Optional<CssSelector> of(String css) {
        String selector = css.strip();
        if (selector.isEmpty() || selector.length() > LONGEST) {
            return Optional.empty();
        }
        return new Parser(selector).read();
    }

    /** What a selector selects at most, of which more is asked than names can say; empty if it is not for what is there at first. */
    static Optional<CssSelector> atMost(String css) {
        if (NOT_AT_FIRST.matcher(css).find()) {
            return Optional.empty();
        }
        StringBuilder last = new StringBuilder();
        boolean ended = false;
        String selector = css.strip();
        for (int at = 0; at < selector.length(); ) {
            char sign = selector.charAt(at);
            int end = Math.max(at + 1, CssText.endOf(selector, at));
            if (Character.isWhitespace(sign) || ">+~".indexOf(sign) >= 0) {
                ended = true;
            } else {
                last.setLength(ended ? 0 : last.length());
                ended = false;
                if (sign == ':') {
                    end = Parser.endOfName(selector, end);
                } else if (sign == '\\' || (end == at + 1 && "&*".indexOf(sign) < 0)) {
                    last.append(selector, at, end);
                }
            }
            at = end;
        }
        return of(last.isEmpty() ? "*" : last.toString());
    }

    /** By which it can be found: what its last step names. */
    String key() {
        Names last = steps.getLast();
        if (!last.ids().isEmpty()) {
            return "#" + last.ids().getFirst();
        }
        if (!last.classes().isEmpty()) {
            return "." + last.classes().getFirst();
        }
        return last.tag().isEmpty() ? "*" : last.tag();
    }

    /** Whether a step would do for any element. */
    boolean selectsAny() {
        return steps.stream()
                .anyMatch(each -> each.tag().isEmpty()
                        && each.ids().isEmpty()
                        && each.classes().isEmpty());
    }

    /** Whether it may select an element, which depends on what that is in. */
    boolean endsWith(Element element) {
        return steps.getLast().select(element);
    }

    /** Whether it selects the last element of a path that begins with the outermost. */
    boolean selects(List<Element> path) {
        if (steps.size() == 1) {
            return endsWith(path.getLast());
        }
        // Bit i tells that the steps up to i are taken.
        int taken = 0;
        int byParent = 0;
        for (Element each : path) {
            int now = 0;
            for (int i = 0; i < steps.size(); i++) {
                int before = steps.get(i).isDirect() ? byParent : taken;
                if ((i == 0 || (before & (1 << (i - 1))) != 0) && steps.get(i).select(each)) {
                    now |= 1 << i;
                }
            }
            taken |= now;
            byParent = now;
        }
        return (byParent & (1 << (steps.size() - 1))) != 0;
    }

    /** Reads a selector of names. */
    private static final class Parser {
        private final String css;
        private int at;

        Parser(String css) {
            this.css = css;
        }

        Optional<CssSelector> read() {
            List<Names> steps = new ArrayList<>();
            boolean isDirect = false;
            while (true) {
                Optional<Names> step = step(isDirect);
                if (step.isEmpty() || steps.size() == MOST_STEPS) {
                    return Optional.empty();
                }
                steps.add(step.get());
                if (at == css.length()) {
                    return Optional.of(new CssSelector(List.copyOf(steps)));
                }
                int end = at;
                skipSpace();
                isDirect = at < css.length() && css.charAt(at) == '>';
                if (isDirect) {
                    at++;
                    skipSpace();
                } else if (at == end) {
                    return Optional.empty();
                }
            }
        }

        private void skipSpace() {
            while (at < css.length() && Character.isWhitespace(css.charAt(at))) {
                at++;
            }
        }

        private Optional<Names> step(boolean isDirect) {
            int start = at;
            if (at < css.length() && css.charAt(at) == '*') {
                at++;
            }
            String tag = at > start ? "" : name();
            List<String> ids = new ArrayList<>();
            List<String> classes = new ArrayList<>();
            while (at < css.length() && (css.charAt(at) == '.' || css.charAt(at) == '#')) {
                List<String> names = css.charAt(at) == '.' ? classes : ids;
                at++;
                String name = name();
                if (name.isEmpty()) {
                    return Optional.empty();
                }
                names.add(name);
            }
            return at == start
                    ? Optional.empty()
                    : Optional.of(new Names(tag.toLowerCase(Locale.ROOT), ids, classes, isDirect));
        }

        /** Empty if none stands here: a name does not begin with a digit (CSS Syntax 3, 4.3.9). */
        private String name() {
            int end = endOfName(css, at);
            String name = css.substring(at, end);
            if (name.matches("-?[0-9].*|-")) {
                return "";
            }
            at = end;
            return name.replaceAll("\\\\(.)", "$1");
        }

        static int endOfName(String css, int from) {
            int end = from;
            while (end < css.length() && isOfName(css.charAt(end))) {
                end += css.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(end, css.length());
        }

        private static boolean isOfName(char sign) {
            return Character.isLetterOrDigit(sign) || sign == '-' || sign == '_' || sign == '\\' || sign >= 0x80;
        }
    }
}
