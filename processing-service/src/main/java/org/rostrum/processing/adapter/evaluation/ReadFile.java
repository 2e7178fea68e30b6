package org.rostrum.processing.adapter.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.domain.text.RawBlock;

/**
 * One file of a set after it was read.
 *
 * @param item its line of the set
 * @param text what was found, normalised; empty if nothing was
 * @param seconds that it took, waiting for a worker not counted in
 */
record ReadFile(JsonNode item, Extraction extraction, String text, double seconds) {

    private static final double HALF = 0.5;

    static ReadFile of(JsonNode item, Extraction extraction, double seconds) {
        String text =
                extraction instanceof Extracted extracted ? extracted.text().text() : "";
        return new ReadFile(item, extraction, text, seconds);
    }

    /**
     * A text that should be found.
     *
     * @param runs how many different runs of four words it has
     * @param found how many of them are in the file's text
     */
    record Match(int runs, int found) {
        double share() {
            return runs == 0 ? Double.NaN : (double) found / runs;
        }
    }

    static Path pathOf(JsonNode item) {
        return Path.of(item.path("file").asText());
    }

    String format() {
        String name = pathOf(item).toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The whole text of the file, as somebody else read it. */
    Match reference() {
        return match("reference_text");
    }

    /** Whether a third tool, too, finds hardly any of the reference in the file: a translation, say. */
    boolean isOfAnotherText() {
        return item.path("agreement_with_pdftotext_4gram").asDouble(1) < HALF;
    }

    /** A text that quotes the file: how much of it should be found is not known. */
    Match summary() {
        return match("summary_text");
    }

    /** What another tool found of the summary; not a number where the set does not say. */
    double summaryElsewhere() {
        return item.path("page_in_pdf_4gram").asDouble(Double.NaN);
    }

    /** The whole text again, as it is printed: running heads and page numbers where they are, in the middle of sentences. */
    Match printed() {
        var blocks = extraction instanceof Extracted extracted ? extracted.blocks() : List.<RawBlock>of();
        return match("reference_text", blocks.stream().map(RawBlock::text).collect(Collectors.joining("\n")));
    }

    private Match match(String field) {
        return match(field, text);
    }

    private Match match(String field, String found) {
        var wanted = WordRuns.of(item.path(field).asText(""));
        return new Match(wanted.count(), wanted.foundIn(WordRuns.of(found)));
    }

    /** Why it is in quarantine; empty if it was read. */
    String quarantined() {
        return extraction instanceof Unreadable unreadable ? unreadable.reason().code() : "";
    }

    Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("submission_id", item.path("submission_id").asText());
        row.put("file", item.path("file").asText());
        row.put("format", format());
        row.put("quarantined", quarantined().isEmpty() ? null : quarantined());
        row.put("characters", text.length());
        row.put("runs", reference().runs());
        row.put("found", reference().found());
        row.put("share", reference().runs() == 0 ? null : reference().share());
        row.put("share_as_printed", printed().runs() == 0 ? null : printed().share());
        row.put("summary_share", summary().runs() == 0 ? null : summary().share());
        row.put("seconds", seconds);
        row.put("warnings", extraction instanceof Extracted extracted ? extracted.warnings() : null);
        row.put("text", text);
        return row;
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "ReadFile[" + format() + ", " + text.length() + " characters]";
    }
}
