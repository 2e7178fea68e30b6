package org.rostrum.processing.domain.flags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.domain.text.VisibleText;

/**
 * Finds what a person must look at before a text goes public: by check digits where there are some, else by what stands
 * around it. It decides nothing, and what it does not find may still be there. May be shared between threads.
 */
public final class Flagging {
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private final PhoneNumbers phones;

    public Flagging(PhoneNumbers phones) {
        this.phones = phones;
    }

    /**
     * In order of the text; of two kinds at one place, the surer. Found as an eye would read it; what is hidden from the eye is
     * found as well, also inside another place.
     *
     * @param country of whoever wrote it, two letters, if known
     */
    public List<Found> in(String text, @Nullable String country) {
        var visible = VisibleText.of(text);
        var found = new ArrayList<Found>();
        visible(visible.text(), country)
                .forEach(each -> found.add(new Found(each.kind(), visible.original(each.span()))));
        visible.hidden().forEach(span -> found.add(new Found(FlagKind.HIDDEN_CHARACTERS, span)));
        found.sort(Comparator.comparingInt((Found each) -> each.span().start()));
        return List.copyOf(found);
    }

    private List<Found> visible(String text, @Nullable String country) {
        var found = new ArrayList<Found>();
        whole(Contexts.EMAIL, FlagKind.EMAIL, text, found);
        found.addAll(Numbers.in(text));
        Contexts.IDENTITY.matcher(text).results().forEach(match -> found.add(group(FlagKind.IDENTITY_NUMBER, match)));
        addresses(text, found);
        phones.in(text, country).forEach(span -> found.add(new Found(FlagKind.TELEPHONE, span)));
        Contexts.TELEPHONE.matcher(text).results().forEach(match -> found.add(group(FlagKind.TELEPHONE, match)));
        whole(Contexts.ADDRESS, FlagKind.POSTAL_ADDRESS, text, found);
        Contexts.PERSON.matcher(text).results().forEach(match -> found.add(group(FlagKind.PERSON_NAME, match)));
        whole(Contexts.PROFANITY, FlagKind.PROFANITY, text, found);
        whole(Contexts.THREAT, FlagKind.THREAT, text, found);
        return disjoint(found);
    }

    private static void whole(Pattern pattern, FlagKind kind, String text, List<Found> found) {
        pattern.matcher(text)
                .results()
                .forEach(match -> found.add(new Found(kind, new Span(match.start(), match.end()))));
    }

    /** What the pattern captured, without what stands around it. */
    private static Found group(FlagKind kind, MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .filter(group -> match.group(group) != null)
                .mapToObj(group -> new Found(kind, new Span(match.start(group), match.end(group))))
                .findFirst()
                .orElseGet(() -> new Found(kind, new Span(match.start(), match.end())));
    }

    private static void addresses(String text, List<Found> found) {
        Contexts.FOUR
                .matcher(text)
                .results()
                .filter(match -> isFour(match.group()))
                .forEach(match -> found.add(new Found(FlagKind.IP_ADDRESS, new Span(match.start(), match.end()))));
        Contexts.EIGHT
                .matcher(text)
                .results()
                .filter(match -> isEight(match.group()))
                .forEach(match -> found.add(new Found(FlagKind.IP_ADDRESS, new Span(match.start(), match.end()))));
    }

    /** Items are numbered 2.8.1.2: with small numbers only it is one of those. */
    private static boolean isFour(String written) {
        int large = 0;
        for (String part : written.split("\\.", -1)) {
            int number = Integer.parseInt(part);
            if (number > 255) {
                return false;
            }
            large += number > 31 ? 1 : 0;
        }
        return large > 0;
    }

    /** RFC 4291, section 2.2, without the mixed form. */
    private static boolean isEight(String written) {
        int gap = written.indexOf("::");
        boolean oneGap = gap >= 0 && written.indexOf("::", gap + 1) < 0;
        var groups = List.of(written.split(":", -1)).stream()
                .filter(group -> !group.isEmpty())
                .toList();
        boolean wellFormed =
                groups.stream().allMatch(group -> HEXADECIMAL.matcher(group).matches());
        return wellFormed && (oneGap ? groups.size() >= 2 && groups.size() <= 7 : gap < 0 && groups.size() == 8);
    }

    private static List<Found> disjoint(List<Found> found) {
        var kept = new TreeMap<Integer, Found>();
        for (Found one : found) {
            var before = kept.floorEntry(one.span().end() - 1);
            boolean free = before == null || !before.getValue().span().overlaps(one.span());
            if (free && one.span().length() > 0) {
                kept.put(one.span().start(), one);
            }
        }
        return List.copyOf(kept.values());
    }
}
