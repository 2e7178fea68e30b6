package org.rostrum.processing.domain.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Undoes what printing did to a text: running heads and page numbers between sentences, which come behind everything else, and
 * paragraphs that a PDF gives line by line.
 *
 * <p>Of blocks that have no page only the order changes, where some of them are furniture.
 */
final class PrintedPages {

    /** Fewer repetitions may be the author's own. House choice. */
    private static final int REPEATED = 3;
    /** A running head is a line or two. House choice. */
    private static final int LONGEST_RUNNING_HEAD = 200;
    /** A line that goes on below is nearly full, as in {@link Lines}. */
    private static final double FULL = 0.7;

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;…。！？：；؟۔»”\"]$");

    private PrintedPages() {}

    static List<RawBlock> heal(List<RawBlock> blocks) {
        List<RawBlock> said = new ArrayList<>();
        List<RawBlock> furniture = new ArrayList<>();
        for (RawBlock block : withFurnitureTold(blocks)) {
            (block.kind() == BlockKind.FURNITURE ? furniture : said).add(block);
        }
        List<RawBlock> healed = new ArrayList<>(rejoin(said));
        healed.addAll(furniture);
        return healed;
    }

    private static List<RawBlock> withFurnitureTold(List<RawBlock> blocks) {
        if (blocks.stream().noneMatch(block -> block.page() > 0)) {
            return blocks;
        }
        Map<String, Set<Integer>> pagesWith = new HashMap<>();
        for (RawBlock block : blocks) {
            pagesWith
                    .computeIfAbsent(apartFromNumbers(block), _ -> new HashSet<>())
                    .add(block.page());
        }
        int pages = pagesWith.values().stream().mapToInt(Set::size).max().orElse(0);
        Set<String> shown = new HashSet<>();
        List<RawBlock> told = new ArrayList<>();
        for (RawBlock block : blocks) {
            String words = apartFromNumbers(block);
            int repeated = pagesWith.getOrDefault(words, Set.of()).size();
            boolean isRunningHead = block.page() > 0
                    && block.text().length() <= LONGEST_RUNNING_HEAD
                    && repeated >= REPEATED
                    && repeated * 2 >= pages;
            // The first one may be the title itself; a page number says nothing even once.
            boolean isFurniture = isPageNumber(block) || (isRunningHead && (words.isEmpty() || !shown.add(words)));
            told.add(isFurniture ? block.with(BlockKind.FURNITURE, block.text(), 0) : block);
        }
        return told;
    }

    /** Nothing but the number of its own page. */
    private static boolean isPageNumber(RawBlock block) {
        return block.page() > 0
                && block.text()
                        .strip()
                        .replaceAll("^[-–—|\\s]+|[-–—|\\s]+$", "")
                        .equals(Integer.toString(block.page()));
    }

    private static String apartFromNumbers(RawBlock block) {
        return block.text().length() > LONGEST_RUNNING_HEAD
                ? block.text()
                : Characters.normalise(DIGITS.matcher(block.text()).replaceAll(" "));
    }

    private static List<RawBlock> rejoin(List<RawBlock> blocks) {
        double full = FULL * usualLine(blocks);
        List<RawBlock> joined = new ArrayList<>();
        List<RawBlock> notes = new ArrayList<>();
        List<RawBlock> open = new ArrayList<>();
        for (RawBlock block : blocks) {
            if (!open.isEmpty() && block.kind() == BlockKind.FOOTNOTE) {
                // A sentence may go on above the next page's notes: they wait until it has ended.
                notes.add(block);
            } else {
                if (!open.isEmpty() && !goesOn(open, block, full)) {
                    joined.add(RawBlock.joined(open));
                    joined.addAll(notes);
                    notes.clear();
                    open.clear();
                }
                open.add(block);
            }
        }
        if (!open.isEmpty()) {
            joined.add(RawBlock.joined(open));
        }
        joined.addAll(notes);
        return joined;
    }

    /** Looks at the last of them only: joining first and looking then would cost the square of a long paragraph. */
    private static boolean goesOn(List<RawBlock> open, RawBlock next, double full) {
        var first = open.getFirst();
        return first.page() > 0
                && first.kind() == BlockKind.PARAGRAPH
                && next.kind() == BlockKind.PARAGRAPH
                && next.page() - open.getLast().lastPage() <= 1
                && next.place().part() == first.place().part()
                && isUnfinished(lastLine(open), next, full)
                && !Lines.startsAnew(next.text().lines().findFirst().orElse(""));
    }

    private static boolean isUnfinished(String line, RawBlock next, double full) {
        return (line.length() >= full || startsSmall(next.text()))
                && !SENTENCE_END.matcher(line).find();
    }

    private static String lastLine(List<RawBlock> open) {
        return open.reversed().stream()
                .map(block -> lastLine(block.text()))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean startsSmall(String text) {
        String stripped = text.strip();
        return !stripped.isEmpty() && Character.isLowerCase(stripped.codePointAt(0));
    }

    /** The length that nine lines in ten do not exceed: the width of the print, apart from a few outliers. */
    private static int usualLine(List<RawBlock> blocks) {
        int[] lengths = blocks.stream()
                .filter(block -> block.page() > 0)
                .flatMap(block -> block.text().lines())
                .mapToInt(line -> line.strip().length())
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : lengths[lengths.length * 9 / 10];
    }

    private static String lastLine(String text) {
        String stripped = text.strip();
        return stripped.substring(stripped.lastIndexOf('\n') + 1).strip();
    }
}
