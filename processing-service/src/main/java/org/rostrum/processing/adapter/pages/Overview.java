package org.rostrum.processing.adapter.pages;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Publication;
import org.rostrum.processing.domain.casework.CaseMark;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.usecase.CaseSummary;
import org.rostrum.processing.usecase.ViewDashboard.Dashboard;

/**
 * The list of cases as its page shows it.
 *
 * @param typed the search as it was typed
 * @param campaign the hash of the campaign that is shown alone, if one is
 * @param flags what cases may be looked for by
 * @param rounds when the rounds of the chosen consultation close
 * @param first where the list begins, if this page is a later one
 * @param next where it goes on, if it does
 */
record Overview(
        String typed,
        @Nullable String campaign,
        boolean filtered,
        List<Choice> consultations,
        List<Choice> states,
        List<Choice> flags,
        List<RoundTimes> rounds,
        List<Tab> tabs,
        List<Row> rows,
        @Nullable String first,
        @Nullable String next) {

    /** One option of a select. */
    record Choice(String value, String label, boolean chosen) {}

    /** How many cases stand at a state, and where to see them. */
    record Tab(
            String label,
            int cases,
            String href,
            boolean current,
            @Nullable String badge) {

        public String counted() {
            return Numbers.grouped(cases);
        }
    }

    /** One line of the table; whoever it is from is shown only for public ones. */
    record Row(
            String reference,
            Moment received,
            String consultation,
            @Nullable String from,
            @Nullable String hidden,
            @Nullable Tongue language,
            boolean read,
            int passages,
            int unfiled,
            int attachments,
            int quarantined,
            StateWords state,
            @Nullable String publicPage,
            @Nullable String attention,
            List<MarkWords> marks,
            int revision) {

        /** Leaves who it is from out of logs. */
        @Override
        public String toString() {
            return "Row[" + reference + "]";
        }
    }

    static Overview of(Query query, Dashboard dashboard, String publicSite) {
        var definitions = dashboard.consultations().stream()
                .collect(Collectors.toMap(ConsultationDefinition::id, Function.identity()));
        return new Overview(
                query.typed(),
                query.campaign().orElse(null),
                query.isFiltered(),
                consultations(query, dashboard.consultations()),
                states(query),
                flags(query),
                query.consultation().map(definitions::get).map(RoundTimes::of).orElse(List.of()),
                tabs(query, dashboard.counts()),
                dashboard.page().cases().stream()
                        .map(line -> row(line, definitions, publicSite))
                        .toList(),
                query.after().isPresent() ? query.from(Optional.empty()).path() : null,
                dashboard
                        .page()
                        .next()
                        .map(cursor -> query.from(Optional.of(cursor)).path())
                        .orElse(null));
    }

    private static List<Choice> consultations(Query query, List<ConsultationDefinition> known) {
        return known.stream()
                .map(one -> new Choice(
                        one.id().value(),
                        one.title().in("en") + " (" + one.id() + ")",
                        query.consultation().filter(one.id()::equals).isPresent()))
                .toList();
    }

    private static List<Choice> states(Query query) {
        return Stream.of(CaseState.values())
                .map(state -> new Choice(
                        StateWords.of(state).code(),
                        StateWords.of(state).label(),
                        query.state().filter(state::equals).isPresent()))
                .toList();
    }

    private static List<Choice> flags(Query query) {
        return Stream.of(CaseMark.values())
                .map(mark -> new Choice(
                        MarkWords.of(mark).code(),
                        MarkWords.of(mark).label(),
                        query.mark().filter(mark::equals).isPresent()))
                .toList();
    }

    private static List<Tab> tabs(Query query, Map<CaseState, Integer> counts) {
        var tabs = new ArrayList<Tab>();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        tabs.add(new Tab(
                "All", all, query.at(Optional.empty()).path(), query.state().isEmpty(), null));
        for (var state : CaseState.values()) {
            var words = StateWords.of(state);
            var here = Optional.of(state);
            tabs.add(new Tab(
                    words.label(),
                    counts.getOrDefault(state, 0),
                    query.at(here).path(),
                    query.state().equals(here),
                    words.badge()));
        }
        return List.copyOf(tabs);
    }

    private static Row row(
            CaseSummary line, Map<ConsultationId, ConsultationDefinition> definitions, String publicSite) {
        var file = line.file();
        var definition = Optional.ofNullable(definitions.get(file.consultation()));
        ZoneId zone = definition.map(ConsultationDefinition::zone).orElse(ZoneOffset.UTC);
        return new Row(
                file.reference().value(),
                Moment.of(file.receivedAt(), zone),
                file.consultation().value(),
                file.publication() == Publication.PUBLIC ? line.from() : null,
                hidden(file.publication()),
                Tongue.of(line.language()),
                file.state() != CaseState.IN_PROCESS,
                line.passages(),
                line.unfiled(),
                file.attachments(),
                line.quarantined(),
                StateWords.of(file.state()),
                file.publicPath().map(path -> publicSite + path).orElse(null),
                attention(file.stage()),
                MarkWords.of(file),
                file.revision());
    }

    private static @Nullable String hidden(Publication publication) {
        return switch (publication) {
            case PUBLIC -> null;
            case ANONYMOUS -> "Anonymous";
            case CONFIDENTIAL -> "Confidential";
        };
    }

    private static @Nullable String attention(Stage stage) {
        if (stage instanceof Stage.Cleared cleared && cleared.refusal() != null) {
            return "Refused by publishing";
        }
        return stage.standing().filter(standing -> standing.changedSince()).isPresent()
                ? "Changed since clearance"
                : null;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
