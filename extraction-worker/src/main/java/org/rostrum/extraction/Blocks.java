package org.rostrum.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.extraction.Response.Flag;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Found;
import org.rostrum.extraction.Response.Kind;
import org.rostrum.extraction.Response.Part;
import org.rostrum.extraction.Response.Status;
import org.rostrum.extraction.Response.Unit;

/** Collects what readers find, in reading order, as far as the limit for characters. */
final class Blocks {

    /** What staff need to know of where something was, not all of it. */
    private static final int MOST_DETAILS = 20;

    /** Of all files in the file together. House choices. */
    private static final int MOST_MEMBERS = 100;

    private static final long MOST_BYTES = 256L << 20;

    private final int maxCharacters;
    private final List<Found> found = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<FlagKind, Integer> counts = new EnumMap<>(FlagKind.class);
    private final Map<FlagKind, Set<String>> details = new EnumMap<>(FlagKind.class);
    private long characters;
    private long bytes;
    private int members;
    private int direct;
    private int part;

    Blocks(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /** More text than the request allows: runtime, so that no parser in between takes it for its own. */
    static final class TooMuchText extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What is found from now on stands in this part. */
    int begin(String name, String mediaType, Unit counted) {
        parts.add(new Part(name, mediaType, counted, direct, ""));
        part = parts.size() - 1;
        return part;
    }

    /** Reads something beside the text. */
    interface Reading {
        void read() throws IOException;
    }

    /** What is found meanwhile is furniture, and stands on no line or paragraph of the text. */
    void asFurniture(Reading reading) throws IOException {
        int before = found.size();
        reading.read();
        found.subList(before, found.size())
                .replaceAll(each -> new Found(Kind.FURNITURE, 0, each.text(), each.page(), each.part(), 0));
    }

    void add(Kind kind, int level, String text, int page, int number) {
        // Empty cells at the beginning of a row tell in which column the others stand.
        String stripped = kind == Kind.TABLE_ROW ? text.stripTrailing() : text.strip();
        if (!stripped.isEmpty()) {
            spend(stripped.length());
            found.add(new Found(kind, kind == Kind.HEADING ? level : 0, stripped, page, part, number));
        }
    }

    /** Readers that hold text back until it is whole count it when they see it. */
    void spend(int more) {
        characters += more;
        if (characters > maxCharacters) {
            throw new TooMuchText();
        }
    }

    /** A file that stands so deep in files is about to be read. */
    void countMember(int depth) throws Refused {
        direct += depth == 0 ? 1 : 0;
        if (++members > MOST_MEMBERS) {
            throw new Refused(Status.TOO_LARGE, "more than " + MOST_MEMBERS + " files in it");
        }
    }

    /** So much of a file in the file was unpacked. */
    void countBytes(int more) throws Refused {
        bytes += more;
        if (bytes > MOST_BYTES) {
            throw new Refused(Status.TOO_LARGE, "unpacks to more than " + MOST_BYTES + " bytes");
        }
    }

    /** What the part turns out to be. */
    void retype(int index, Format format) {
        Part old = parts.get(index);
        parts.set(index, new Part(old.name(), format.mediaType(), format.counts(), old.file(), old.problem()));
    }

    /** How many more characters may come. */
    int left() {
        return (int) Math.max(0, maxCharacters - characters);
    }

    void flag(FlagKind kind) {
        flag(kind, 1, "");
    }

    void flag(FlagKind kind, int count, String detail) {
        if (count < 1) {
            return;
        }
        counts.merge(kind, count, Integer::sum);
        if (!detail.isBlank()) {
            details.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(detail);
        }
    }

    /** Whether neither it nor anything in it has text, and nothing in it is told of already. */
    boolean hasNothingOf(int index) {
        return found.stream().noneMatch(block -> block.part() >= index)
                && parts.stream().skip(index).allMatch(each -> each.problem().isEmpty());
    }

    /** What was found of this part goes, and why is said. */
    void drop(int index, Status problem) {
        found.removeIf(block -> block.part() >= index);
        while (parts.size() > index + 1) {
            parts.removeLast();
        }
        parts.set(index, parts.get(index).with(problem));
        flag(FlagKind.UNREAD_PART, 1, parts.get(index).name() + " (" + problem.code() + ")");
    }

    List<Found> found() {
        return List.copyOf(found);
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    List<Flag> flags() {
        return counts.entrySet().stream()
                .map(entry -> new Flag(entry.getKey(), entry.getValue(), details(entry.getKey())))
                .toList();
    }

    private String details(FlagKind kind) {
        Set<String> all = details.getOrDefault(kind, Set.of());
        return all.stream().limit(MOST_DETAILS).collect(Collectors.joining(", "))
                + (all.size() > MOST_DETAILS ? ", ..." : "");
    }
}
