package org.rostrum.processing.adapter.pages;

import java.util.List;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.processing.usecase.RoundTexts;

/** The rounds of all consultations, as their page lists them. */
record RoundList(List<Row> rows) {

    /** One line of the table. */
    record Row(String consultation, RoundTimes round, String next, String refilings) {}

    static RoundList of(List<ConsultationDefinition> definitions) {
        return new RoundList(definitions.stream()
                .flatMap(definition -> definition.rounds().stream()
                        .filter(round -> !round.accepts().isEmpty())
                        .map(round -> row(definition, round)))
                .toList());
    }

    private static Row row(ConsultationDefinition definition, Round round) {
        var of = new RoundTexts.Of(definition.id(), round.id());
        return new Row(
                definition.title().in("en"),
                RoundTimes.of(round, definition.zone()),
                NextSheet.address(of),
                RefilingSheet.address(of));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
