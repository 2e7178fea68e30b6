package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.usecase.RoundTexts;

record PostgresRoundTexts(Sql sql) implements RoundTexts {

    /** Bounded by the sample, however large the round is: the index gives the smallest hashes. */
    private static final String CHOSEN = """
        with settled as (
            select distinct passage.submission, passage.version, passage.source
            from filing
                join passage on passage.submission = filing.submission and passage.version = filing.version
                    and passage.ordinal = filing.passage
                join submission_case file on file.submission = filing.submission and file.version = filing.version
            where filing.confirmed and file.consultation = ? and file.round = ? and file.state <> 'withdrawn'
        ), smallest as (
            select text.submission, text.version, text.source, text.text_hash, text.passages
            from round_text text
                join submission_case file on file.submission = text.submission and file.version = text.version
            where text.consultation = ? and text.round = ? and file.state <> 'withdrawn'
            order by text.text_hash, text.submission
            limit ?
        ), enough as (
            select submission, version, source,
                sum(passages) over (order by text_hash, submission, source) - passages as before
            from smallest
        ), chosen as (
            select submission, version, source from settled
            union
            select submission, version, source from enough where before < ?
        )
        """;

    private record Key(String submission, int version, int source) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(row.getString("submission"), row.getInt("version"), row.getInt("source"));
        }
    }

    @Override
    public void add(Of round, SubmissionId submission, int version, Source source, Content content) {
        sql.later(
                """
                insert into round_text (consultation, round, text_hash, submission, version, source, passages)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                round.consultation(),
                round.round(),
                ContentHash.of(source.text()),
                submission,
                version,
                source.ordinal(),
                (int) content.passages().stream()
                        .filter(passage -> passage.source() == source.ordinal())
                        .count());
    }

    @Override
    public Set<Of> rounds() {
        return new LinkedHashSet<>(sql.query(
                "select distinct consultation, round from round_text order by consultation, round",
                row -> new Of(new ConsultationId(row.getString("consultation")), new RoundId(row.getString("round")))));
    }

    @Override
    public List<List<Passage>> sample(Of round, int passages) {
        Map<Key, String> bodies = new HashMap<>();
        sql.query(CHOSEN + """
            select chosen.submission, chosen.version, chosen.source, source.body
            from chosen join source on source.submission = chosen.submission
                and source.version = chosen.version and source.ordinal = chosen.source
            """, row -> bodies.put(Key.of(row), row.getString("body")), parameters(round, passages));
        Map<Key, List<Passage>> documents = new LinkedHashMap<>();
        sql.query(
                CHOSEN + """
                    select chosen.submission, chosen.version, chosen.source, passage.ordinal, passage.span_start,
                        passage.span_end, passage.language, items, confidence, basis, runners_up
                    from chosen
                        join passage on passage.submission = chosen.submission
                            and passage.version = chosen.version and passage.source = chosen.source
                        join filing on filing.submission = passage.submission
                            and filing.version = passage.version and filing.passage = passage.ordinal
                    order by chosen.submission, chosen.version, chosen.source, passage.ordinal
                    """,
                row -> documents
                        .computeIfAbsent(Key.of(row), _ -> new ArrayList<>())
                        .add(passage(row, bodies.getOrDefault(Key.of(row), ""))),
                parameters(round, passages));
        return List.copyOf(documents.values());
    }

    private static Object[] parameters(Of round, int passages) {
        return new Object[] {
            round.consultation(), round.round(), round.consultation(), round.round(), passages, passages
        };
    }

    private static Passage passage(ResultSet row, String body) throws SQLException {
        return new Passage(
                body.substring(row.getInt("span_start"), row.getInt("span_end")),
                row.getString("language"),
                PostgresContents.filing(row));
    }

    @Override
    public List<SubmissionId> withStaff(Of round) {
        return sql.query(
                """
                select submission from submission_case
                where consultation = ? and round = ? and state = 'with-staff' order by submission
                """, row -> new SubmissionId(row.getString("submission")), round.consultation(), round.round());
    }
}
