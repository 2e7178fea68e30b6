package org.rostrum.processing.adapter.pages;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rostrum.processing.adapter.pages.CaseSheet.HistoryLine;
import org.rostrum.processing.domain.casework.Happening;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;

/** A case's history in sentences. */
final class HistoryWords {
    private static final String SYSTEM = "Rostrum";
    private static final Set<Happening> FROM_OUTSIDE = EnumSet.of(Happening.RECEIVED, Happening.WITHDRAWN);

    private static final Set<Happening> DETAILED = EnumSet.of(Happening.PROCESSED, Happening.CLEARED, Happening.MOVED);

    private HistoryWords() {}

    static List<HistoryLine> newestFirst(List<HistoryEntry> history, ZoneId zone) {
        return history.reversed().stream()
                .map(entry -> new HistoryLine(
                        Moment.exact(entry.at(), zone),
                        who(entry),
                        what(entry),
                        entry.details().get("reason")))
                .toList();
    }

    private static String who(HistoryEntry entry) {
        return FROM_OUTSIDE.contains(entry.what())
                ? "Respondent"
                : entry.who().map(StaffMember::name).orElse(SYSTEM);
    }

    private static String what(HistoryEntry entry) {
        var version = "version " + entry.version();
        if (entry.details().isEmpty() && DETAILED.contains(entry.what())) {
            return withoutDetails(entry.what(), version);
        }
        return switch (entry.what()) {
            case RECEIVED -> "Sent " + version + ".";
            case PROCESSED ->
                "Read " + version + ": " + counted(entry, "passages", "passage", "passages") + ", "
                        + detail(entry, "unfiled") + " of them unfiled"
                        + (detail(entry, "quarantined").equals("0")
                                ? "."
                                : "; " + counted(entry, "quarantined", "attachment", "attachments") + " quarantined.")
                        + (detail(entry, "carried").equals("0")
                                ? ""
                                : " Kept what staff confirmed of "
                                        + counted(entry, "carried", "unchanged passage", "unchanged passages") + ".");
            case READ_AGAIN ->
                "Read " + version + " again, by a newer version of the program: "
                        + counted(entry, "moved", "passage", "passages") + " filed elsewhere, "
                        + counted(entry, "appeared", "passage", "passages") + " new, "
                        + detail(entry, "vanished") + " gone. What staff had settled is as it was.";
            case QUARANTINED -> "Could read nothing of " + version + ".";
            case PARKED -> "Put " + version + " aside: processing kept failing.";
            case RELEASED -> "Released " + version + " to be tried again.";
            case MOVED ->
                "Moved passage " + detail(entry, "passage") + " from " + place(entry, "from") + " to "
                        + place(entry, "to") + ".";
            case KEY_PASSAGE_PINNED -> "Pinned " + keyPassage(entry) + ".";
            case KEY_PASSAGE_DROPPED -> "Dropped " + keyPassage(entry) + ".";
            case KEY_PASSAGE_LEFT -> "Left it to the machine again whether it chooses " + keyPassage(entry) + ".";
            case CLEARED -> "Cleared " + version + ", " + counted(entry, "hidden", "place", "places") + " hidden.";
            case WITHHELD -> "Withheld " + version + ".";
            case RECALLED -> "Recalled " + version + ".";
            case WITHDRAWN -> "Withdrew the submission.";
            case ERASED -> "Erased everything of it for good.";
            case DISPUTED -> "Was told by the person who got the mail: they did not send it.";
            case DISPUTE_DISMISSED -> "Dismissed the dispute about who sent it.";
            case PUBLISHED -> "Published " + version + ".";
            case UNPUBLISHED -> "Took " + version + " off the public site.";
            case PUBLICATION_REFUSED -> "Publishing refused " + version + ".";
        };
    }

    /** Of what was erased, the details are gone. */
    private static String withoutDetails(Happening what, String version) {
        return switch (what) {
            case PROCESSED -> "Read " + version + ".";
            case CLEARED -> "Cleared " + version + ".";
            default -> "Moved a passage of " + version + ".";
        };
    }

    /** Of what was erased, the details are gone. */
    private static String keyPassage(HistoryEntry entry) {
        if (entry.details().isEmpty()) {
            return "a passage as key passage";
        }
        boolean isThere = entry.details().containsKey("passage");
        return (isThere ? "passage " + detail(entry, "passage") : "words that stand there no more")
                + " as key passage of item " + detail(entry, "item");
    }

    private static String detail(HistoryEntry entry, String key) {
        return entry.details().getOrDefault(key, "0");
    }

    private static String counted(HistoryEntry entry, String key, String one, String many) {
        var count = detail(entry, key);
        return count + " " + (count.equals("1") ? one : many);
    }

    private static String place(HistoryEntry entry, String key) {
        var items = entry.details().getOrDefault(key, "");
        return items.isEmpty() ? "\"answers no question\"" : items;
    }
}
