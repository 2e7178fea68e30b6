package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseMark;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.CaseFilter;
import org.rostrum.processing.usecase.CasePage;
import org.rostrum.processing.usecase.CaseSummary;
import org.rostrum.processing.usecase.Cases;
import org.rostrum.processing.usecase.ConcurrentChange;

record PostgresCases(Sql sql) implements Cases {

    @Override
    public Optional<Case> find(Reference reference) {
        return sql.first("select * from submission_case where reference = ?", PostgresCases::read, reference);
    }

    @Override
    public Optional<Reference> referenceOf(SubmissionId submission) {
        return sql.first(
                "select reference from submission_case where submission = ?",
                row -> new Reference(row.getString("reference")),
                submission);
    }

    @Override
    public Optional<Case> lock(SubmissionId submission) {
        return sql.first(
                "select * from submission_case where submission = ? for update", PostgresCases::read, submission);
    }

    @Override
    public boolean hasAny(List<SubmissionId> submissions) {
        return sql.first(
                        "select 1 from submission_case where submission = any(?) limit 1",
                        row -> row.getInt(1),
                        new Sql.TextArray(
                                submissions.stream().map(SubmissionId::value).toList()))
                .isPresent();
    }

    /** Who opened it first wins; the other one's transaction fails when its rows are written. */
    @Override
    public void add(Case opened) {
        sql.later(
                """
                insert into submission_case (submission, reference, consultation, round, version, kind, publication,
                    manifest, attachments, received_at, flags, state, stage, earlier_state, earlier, disputed_at,
                    decisions, revision)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::timestamptz, ?, ?)
                """,
                opened.submission(),
                opened.reference(),
                opened.consultation(),
                opened.round(),
                opened.version(),
                Words.of(opened.kind()),
                Words.of(opened.publication()),
                new Sql.JsonValue(opened.manifest()),
                opened.attachments(),
                opened.receivedAt(),
                flags(opened),
                Words.of(opened.state()),
                new Sql.JsonValue(opened.stage()),
                earlierState(opened),
                earlier(opened),
                opened.disputedAt(),
                opened.decisions(),
                opened.revision());
    }

    @Override
    public void replace(Case changed) {
        int replaced = sql.update(
                """
                update submission_case
                set version = ?, kind = ?, publication = ?, manifest = ?, attachments = ?, received_at = ?,
                    flags = ?, state = ?, stage = ?, earlier_state = ?, earlier = ?::jsonb,
                    disputed_at = ?::timestamptz, decisions = ?, revision = ?
                where submission = ? and revision = ?
                """,
                changed.version(),
                Words.of(changed.kind()),
                Words.of(changed.publication()),
                new Sql.JsonValue(changed.manifest()),
                changed.attachments(),
                changed.receivedAt(),
                flags(changed),
                Words.of(changed.state()),
                new Sql.JsonValue(changed.stage()),
                earlierState(changed),
                earlier(changed),
                changed.disputedAt(),
                changed.decisions(),
                changed.revision(),
                changed.submission(),
                changed.revision() - 1);
        if (replaced == 0) {
            throw new ConcurrentChange("The case was changed by somebody else.");
        }
    }

    private static Sql.TextArray flags(Case file) {
        return new Sql.TextArray(file.flags().stream().map(Words::of).toList());
    }

    private static @Nullable String earlierState(Case file) {
        var earlier = file.earlier();
        return earlier == null ? null : Words.of(earlier.state());
    }

    private static Sql.@Nullable JsonValue earlier(Case file) {
        var earlier = file.earlier();
        return earlier == null ? null : new Sql.JsonValue(earlier);
    }

    @Override
    public CasePage list(CaseFilter filter, Optional<CaseCursor> after, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<@Nullable Object>();
        filter.consultation().ifPresent(consultation -> {
            conditions.add("consultation = ?");
            parameters.add(consultation);
        });
        filter.state().ifPresent(state -> {
            conditions.add("state = ?");
            parameters.add(Words.of(state));
        });
        filter.reference().ifPresent(beginning -> {
            conditions.add("starts_with(reference, ?)");
            parameters.add(beginning);
        });
        filter.mark().ifPresent(mark -> conditions.add(bearing(mark, parameters)));
        filter.family().ifPresent(wording -> {
            conditions.add("""
                submission in (select member.submission from family_member member
                    join wording mine on mine.consultation = member.consultation and mine.round = member.round
                        and mine.hash = member.hash
                    join wording asked on asked.consultation = mine.consultation and asked.round = mine.round
                        and asked.family = mine.family
                    where asked.hash = ?)
                """);
            parameters.add(wording);
        });
        after.ifPresent(cursor -> {
            conditions.add("(received_at, reference) < (?, ?)");
            parameters.add(cursor.receivedAt());
            parameters.add(cursor.reference());
        });
        parameters.add(limit + 1);
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return CasePage.of(summaries(where, parameters), limit);
    }

    @Override
    public Map<CaseState, Integer> counts(Optional<ConsultationId> consultation) {
        var counts = new EnumMap<CaseState, Integer>(CaseState.class);
        var where = consultation.isPresent() ? "where consultation = ?" : "";
        sql.query(
                        "select state, count(*) as cases from submission_case %s group by state".formatted(where),
                        row -> Map.entry(Words.state(row.getString("state")), row.getInt("cases")),
                        consultation.stream().toArray())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static String bearing(CaseMark mark, List<@Nullable Object> parameters) {
        return switch (mark) {
            case DISPUTED -> "disputed_at is not null";
            case AMENDED -> "version > 1";
            case LATE, IN_GRACE, TRAP_FILLED, TOO_FAST, FLOOD -> {
                parameters.add(new Sql.TextArray(List.of(Words.of(mark))));
                yield "flags <> '{}' and flags @> ?";
            }
        };
    }

    private List<CaseSummary> summaries(String where, List<@Nullable Object> parameters) {
        return sql.query("""
                select page.*, content.language,
                    coalesce(content.respondent ->> 'organisation',
                        nullif(concat_ws(' ', content.respondent ->> 'givenName', content.respondent ->> 'familyName'), '')
                    ) as sender,
                    (select count(*) from passage p
                        where p.submission = page.submission and p.version = page.version) as passages,
                    (select count(*) from filing f
                        where f.submission = page.submission and f.version = page.version
                        and cardinality(f.items) = 0) as unfiled,
                    (select count(*) from attachment a
                        where a.submission = page.submission and a.version = page.version
                        and a.quarantined is not null) as quarantined
                from (select * from submission_case %s order by received_at desc, reference desc limit ?) page
                left join content using (submission, version)
                order by received_at desc, reference desc
                """.formatted(where), PostgresCases::summary, parameters.toArray());
    }

    private static CaseSummary summary(ResultSet row) throws SQLException {
        return new CaseSummary(
                read(row),
                row.getString("sender"),
                row.getString("language"),
                row.getInt("passages"),
                row.getInt("unfiled"),
                row.getInt("quarantined"));
    }

    private static Case read(ResultSet row) throws SQLException {
        return new Case(
                new SubmissionId(row.getString("submission")),
                new Reference(row.getString("reference")),
                new ConsultationId(row.getString("consultation")),
                new RoundId(row.getString("round")),
                row.getInt("version"),
                Words.kind(row.getString("kind")),
                Words.publication(row.getString("publication")),
                Sql.json(row, "manifest", ObjectRef.class),
                row.getInt("attachments"),
                Sql.instant(row, "received_at"),
                Sql.texts(row, "flags").stream().map(Words::flag).toList(),
                StageRows.read(row),
                StageRows.readEarlier(row),
                row.getObject("disputed_at") == null ? null : Sql.instant(row, "disputed_at"),
                row.getInt("decisions"),
                row.getInt("revision"));
    }
}
