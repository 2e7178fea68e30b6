package org.rostrum.processing.adapter.http.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.content.Rereading;
import org.rostrum.processing.usecase.ReplayReport;

@Schema(name = "Replay", description = "What reading every submission again has found so far.")
public record ReplayJson(
        @Schema(enumeration = {"running", "done", "failed"}) String state,
        Instant startedAt,
        String startedBy,
        @Nullable Instant finishedAt,

        @Nullable @Schema(description = "Why it ended early")
        String fault,

        int submissions,

        @Schema(
                description = "How many: same, changed, decided (would differ, left as staff decided), settled (would"
                        + " lose what people settled, left as it is), rebuilt, closed, under-way, overtaken, failed")
        Map<String, Integer> outcomes,

        @Schema(description = "The first 1,000 that differ") List<ChangeJson> changes) {

    @Schema(name = "ReplayChange")
    public record ChangeJson(
            String reference,
            String outcome,
            int same,
            List<MoveJson> moved,
            int appeared,
            int vanished,
            @Nullable String fault) {

        @Schema(name = "ReplayMove", description = "A passage and the items it was and is filed under.")
        public record MoveJson(int passage, List<String> from, List<String> to) {}

        static ChangeJson of(ReplayReport.Change change) {
            var rereading = Optional.ofNullable(change.rereading()).orElse(new Rereading(0, List.of(), 0, 0, false));
            return new ChangeJson(
                    change.reference().value(),
                    KebabCase.of(change.outcome()),
                    rereading.same(),
                    rereading.moved().stream()
                            .map(move -> new MoveJson(move.passage(), numbers(move.from()), numbers(move.to())))
                            .toList(),
                    rereading.appeared(),
                    rereading.vanished(),
                    change.fault());
        }

        private static List<String> numbers(List<ItemNumber> items) {
            return items.stream().map(ItemNumber::value).toList();
        }
    }

    static ReplayJson of(ReplayReport report) {
        Map<String, Integer> outcomes = new TreeMap<>();
        report.outcomes().forEach((outcome, count) -> outcomes.put(KebabCase.of(outcome), count));
        return new ReplayJson(
                report.isFinished() ? report.fault() == null ? "done" : "failed" : "running",
                report.startedAt(),
                report.startedBy(),
                report.finishedAt(),
                report.fault(),
                report.submissions(),
                outcomes,
                report.changes().stream().map(ChangeJson::of).toList());
    }
}
