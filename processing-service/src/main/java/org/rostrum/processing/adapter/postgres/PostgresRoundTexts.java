package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.text.Span;
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

    /** Texts that are in memory at a time. */
    private static final int BODIES = 8;
    /** Documents among which wordings are counted: a fair sample however large the round is, and read within a blink. */
    private static final int LOOKED_THROUGH = 20_000;

    private static final String UNSETTLED = """
        with smallest as (
            select text.submission, file.reference, text.version, text.source, text.text_hash,
                member.hash as wording
            from round_text text
                join submission_case file on file.submission = text.submission and file.version = text.version
                left join family_member member
                    on member.submission = text.submission and member.version = text.version
            where text.consultation = ? and text.round = ? and file.state = 'with-staff'
            order by text.text_hash, text.submission
            limit ?
        ), counted as (
            select smallest.*,
                row_number() over (partition by coalesce(wording, submission), source
                    order by text_hash, submission) as copy,
                count(*) over (partition by coalesce(wording, submission), source) as copies
            from smallest
        ), settled as (
            select distinct member.hash as wording, filing.passage
            from filing join family_member member
                on member.submission = filing.submission and member.version = filing.version
            where filing.confirmed and member.consultation = ? and member.round = ?
        ), unsettled as (
            select passage.*, counted.reference, items, confidence, basis, runners_up, counted.text_hash, counted.copies,
                coalesce((select family from wording where wording.consultation = ? and wording.round = ?
                    and wording.hash = counted.wording), counted.wording, counted.submission) as family
            from counted
                join passage on passage.submission = counted.submission and passage.version = counted.version
                    and passage.source = counted.source
                join filing on filing.submission = passage.submission and filing.version = passage.version
                    and filing.passage = passage.ordinal
            where counted.copy = 1 and not filing.confirmed and filing.basis in ('content', 'order')
                and not exists (select from settled
                    where settled.wording = counted.wording and settled.passage = passage.ordinal)
        )
        select * from unsettled order by text_hash, submission, ordinal limit ?
        """;

    private record Key(String submission, int version, int source) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(row.getString("submission"), row.getInt("version"), row.getInt("source"));
        }

        static Key of(Unsettled passage) {
            return new Key(passage.submission().value(), passage.version(), passage.source());
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
    public List<Unsettled> unsettled(Of round, int passages) {
        return sql.query(
                UNSETTLED,
                PostgresRoundTexts::unsettled,
                round.consultation(),
                round.round(),
                LOOKED_THROUGH,
                round.consultation(),
                round.round(),
                round.consultation(),
                round.round(),
                passages);
    }

    private static Unsettled unsettled(ResultSet row) throws SQLException {
        return new Unsettled(
                new SubmissionId(row.getString("submission")),
                new Reference(row.getString("reference")),
                row.getInt("version"),
                row.getInt("ordinal"),
                row.getInt("source"),
                new Span(row.getInt("span_start"), row.getInt("span_end")),
                row.getString("language"),
                PostgresContents.filing(row),
                row.getString("family"),
                row.getInt("copies"));
    }

    @Override
    public List<String> texts(List<Unsettled> passages) {
        Map<Unsettled, String> texts = new HashMap<>();
        Map<Key, List<Unsettled>> bySource = passages.stream().collect(Collectors.groupingBy(Key::of));
        sql.each(
                """
                with wanted as (select * from unnest(?::text[], ?::text[]::int[], ?::text[]::int[]) as one(submission, version, ordinal))
                select source.submission, source.version, source.ordinal as source, source.body
                from wanted join source on source.submission = wanted.submission and source.version = wanted.version
                    and source.ordinal = wanted.ordinal
                """,
                BODIES,
                row -> cut(row.getString("body"), bySource.getOrDefault(Key.of(row), List.of()), texts),
                column(bySource, Key::submission),
                column(bySource, Key::version),
                column(bySource, Key::source));
        return passages.stream().map(passage -> texts.getOrDefault(passage, "")).toList();
    }

    private static Sql.TextArray column(Map<Key, ?> rows, Function<Key, Object> value) {
        return new Sql.TextArray(
                rows.keySet().stream().map(value).map(String::valueOf).toList());
    }

    private static void cut(String body, List<Unsettled> passages, Map<Unsettled, String> texts) {
        passages.forEach(passage -> texts.put(
                passage, body.substring(passage.span().start(), passage.span().end())));
    }

    @Override
    public List<WithStaff> withStaff(Of round) {
        return sql.query(
                """
                select submission,
                    not exists (select 1 from round_text text where text.submission = submission_case.submission) as copy,
                    (select md5(string_agg(concat_ws(' ', passage, basis, items::text), ',' order by passage)) from filing
                        where filing.submission = submission_case.submission and filing.version = submission_case.version
                    ) as filed
                from submission_case
                where consultation = ? and round = ? and state = 'with-staff' order by submission
                """,
                row -> new WithStaff(
                        new SubmissionId(row.getString("submission")),
                        row.getBoolean("copy"),
                        Objects.requireNonNullElse(row.getString("filed"), "")),
                round.consultation(),
                round.round());
    }
}
