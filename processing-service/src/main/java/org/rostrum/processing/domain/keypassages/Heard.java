package org.rostrum.processing.domain.keypassages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.rostrum.processing.domain.filing.content.Alikeness;

/**
 * All that was said under an item, or a sample of it, in an order of its own: of equal texts one, which stands for the others;
 * and how alike they are. Whatever order they came in, it is the same.
 */
public final class Heard {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<Said> all;
    private final Alikeness alike;
    private final Map<String, Integer> passagesOf = new HashMap<>();

    private Heard(List<Said> all) {
        this.all = all;
        this.alike = Alikeness.of(all.stream().map(Said::features).toList());
        all.forEach(said -> passagesOf.merge(said.respondent(), 1, Integer::sum));
    }

    /**
     * All of these together.
     *
     * @param preferred which of equal texts stand for the others, where one of them is among them
     */
    public static Heard of(List<Said> said, Set<PassageAt> preferred) {
        return new Heard(different(said, preferred));
    }

    /** Of equal texts one, in a fixed order. */
    public static List<Said> different(List<Said> said, Set<PassageAt> preferred) {
        var order = Comparator.comparing((Said one) -> !preferred.contains(one.at()))
                .thenComparing(one -> !one.quotable())
                .thenComparing(Said::at);
        Map<String, List<Said>> byText = new LinkedHashMap<>();
        said.stream()
                .sorted(order)
                .forEach(one -> byText.computeIfAbsent(folded(one), _ -> new ArrayList<>())
                        .add(one));
        return byText.values().stream()
                .map(Heard::merged)
                .sorted(Comparator.comparing(Said::at))
                .toList();
    }

    private static String folded(Said said) {
        return SPACES.matcher(said.text().strip()).replaceAll(" ");
    }

    private static Said merged(List<Said> equals) {
        Said first = equals.getFirst();
        Set<String> respondents = new HashSet<>(Set.of(first.respondent()));
        int passages = 0;
        int more = 0;
        for (Said other : equals.subList(1, equals.size())) {
            passages += other.passages();
            more += other.respondents() - (respondents.add(other.respondent()) ? 0 : 1);
        }
        return first.with(passages, more);
    }

    public List<Said> all() {
        return all;
    }

    public Said get(int i) {
        return all.get(i);
    }

    public int size() {
        return all.size();
    }

    public Alikeness alike() {
        return alike;
    }

    /**
     * How much each counts when what stands for all is looked for: a respondent once, however much they wrote; and a letter that
     * thousands sent more than one that nobody copied, but not thousands of times, or nothing else would be heard.
     */
    double[] weights() {
        return all.stream()
                .mapToDouble(said -> (1 + Math.log(said.respondents())) / passagesOf.getOrDefault(said.respondent(), 1))
                .toArray();
    }

    /** How many respondents say these, each counted once. */
    public int respondents(Iterable<Integer> some) {
        Set<String> different = new HashSet<>();
        int copies = 0;
        for (int i : some) {
            different.add(all.get(i).respondent());
            copies += all.get(i).respondents() - 1;
        }
        return different.size() + copies;
    }

    /** How many respondents there are in all. */
    public int respondents() {
        return respondents(IntStream.range(0, all.size()).boxed().toList());
    }
}
