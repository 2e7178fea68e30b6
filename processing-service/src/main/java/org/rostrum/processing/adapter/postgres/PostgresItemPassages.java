package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.keypassages.Census;
import org.rostrum.processing.domain.keypassages.Profile;
import org.rostrum.processing.domain.keypassages.Trait;
import org.rostrum.processing.usecase.ItemPassages;
import org.rostrum.processing.usecase.RoundTexts;

/** Counts where the rows are; of texts only those come here that are looked at. */
record PostgresItemPassages(Sql sql) implements ItemPassages {
    /** Of one submission so many passages are looked at, the surest first. House choice. */
    private static final int OF_ONE = 20;
    /** Longer passages are not compared with others: a thousand of them would fill the memory. House choice: eight thousand words. */
    private static final int LONGEST = 50_000;
    /** Texts that are in memory at a time. */
    private static final int BODIES = 8;

    private static final String SAID = """
        with said as (
            select file.submission, file.reference, file.version, filing.passage, filing.confidence,
                file.state in ('with-staff', 'cleared', 'published') and file.publication <> 'confidential'
                    and file.disputed_at is null as quotable,
                coalesce(wording.family, file.submission) as family,
                coalesce(member.hash, file.submission) as wording,
                coalesce(content.respondent->>'stakeholderGroup', '') as grp,
                coalesce(content.respondent->>'country', '') as country,
                coalesce(content.language, '') as language,
                coalesce(
                    'organisation ' || nullif(lower(btrim(content.respondent->>'organisation')), ''),
                    'person ' || nullif(lower(btrim(concat_ws(' ', content.respondent->>'givenName',
                        content.respondent->>'familyName'))), '') || ' ' || coalesce(content.respondent->>'country', ''),
                    'submission ' || file.submission) || coalesce(' for ' || lower(content.on_behalf_of), '') as respondent
            from submission_case file
                join content on content.submission = file.submission and content.version = file.version
                join filing on filing.submission = file.submission and filing.version = file.version
                left join family_member member on member.submission = file.submission
                left join wording on wording.consultation = member.consultation and wording.round = member.round
                    and wording.hash = member.hash
            where file.consultation = ? and file.round = ? and file.state not in ('withdrawn', 'erased')
        """;

    private static final String UNDER_IT = "and ? = any(filing.items))";
    private static final String ELSEWHERE = "and not ? = any(filing.items))";

    private static final String TALLY = SAID + UNDER_IT + """
        , respondents as (
            select respondent, min(grp) as grp, min(country) as country, min(language) as language from said
            group by respondent
        )
        select 'passages' as what, '' as value, count(*) as n from said
        union all select 'submissions', '', count(distinct submission) from said
        union all select 'respondents', '', count(*) from respondents
        union all select 'quotable', '', count(*) from said where quotable
        union all select 'group', grp, count(*) from respondents group by grp
        union all select 'country', country, count(*) from respondents group by country
        union all select 'language', language, count(*) from respondents group by language
        """;

    private static final String SAMPLE = """
        , counted as (
            select family, count(distinct submission) as members, count(distinct respondent) as respondents,
                bool_or(submission = any(?)) as preferred
            from said group by family
        ), lined_up as (
            select *, row_number() over (partition by preferred, members > 1
                order by case when members > 1 then members else 0 end desc, family) as queue
            from counted
        ), families as (
            select * from lined_up where queue <= ?
        ), worded as (
            select wording, count(distinct submission) as copies from said group by wording
        ), standing as (
            select distinct on (said.family) said.family, said.submission
            from said join families on families.family = said.family join worded on worded.wording = said.wording
            order by said.family, submission = any(?) desc, quotable desc, copies desc, submission
        ), ranked as (
            select said.*, families.members, families.respondents, families.preferred, families.queue,
                row_number() over (partition by said.submission order by confidence desc, said.passage) as place
            from said
                join standing on standing.family = said.family and standing.submission = said.submission
                join families on families.family = said.family
        ), turns as (
            select *, row_number() over (partition by preferred, members > 1 order by place, queue) as turn
            from ranked where place <= ?
        )
        select * from turns order by preferred desc, turn, members > 1 desc limit ?
        """;

    private record Key(String submission, int version, int ordinal) {}

    @Override
    public Tally tally(RoundTexts.Of round, ItemNumber item) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        sql.query(
                TALLY,
                row -> counts.computeIfAbsent(row.getString("what"), _ -> new HashMap<>())
                        .put(row.getString("value"), row.getInt("n")),
                round.consultation(),
                round.round(),
                item);
        return new Tally(
                one(counts, "passages"),
                one(counts, "submissions"),
                one(counts, "respondents"),
                one(counts, "quotable"),
                Census.empty()
                        .with(Trait.GROUP, counts.getOrDefault("group", Map.of()))
                        .with(Trait.COUNTRY, counts.getOrDefault("country", Map.of()))
                        .with(Trait.LANGUAGE, counts.getOrDefault("language", Map.of())));
    }

    private static int one(Map<String, Map<String, Integer>> counts, String what) {
        return counts.getOrDefault(what, Map.of()).getOrDefault("", 0);
    }

    @Override
    public List<Filed> sample(RoundTexts.Of round, ItemNumber item, Set<SubmissionId> preferred, int most) {
        return sample(UNDER_IT, round, item, preferred, most);
    }

    @Override
    public List<Filed> elsewhere(RoundTexts.Of round, ItemNumber item, int most) {
        return sample(ELSEWHERE, round, item, Set.of(), most);
    }

    private List<Filed> sample(
            String which, RoundTexts.Of round, ItemNumber item, Set<SubmissionId> preferred, int most) {
        var first = ids(preferred);
        return withTexts(
                sql.query(
                        SAID + which + SAMPLE,
                        row -> row(row, row.getInt("members"), row.getInt("respondents")),
                        round.consultation(),
                        round.round(),
                        item,
                        first,
                        most,
                        first,
                        OF_ONE,
                        most),
                LONGEST);
    }

    @Override
    public List<Filed> of(RoundTexts.Of round, ItemNumber item, Set<SubmissionId> submissions) {
        return submissions.isEmpty()
                ? List.of()
                : withTexts(
                        sql.query(
                                SAID + UNDER_IT
                                        + "select * from said where submission = any(?) order by submission, passage",
                                row -> row(row, 1, 1),
                                round.consultation(),
                                round.round(),
                                item,
                                ids(submissions)),
                        Integer.MAX_VALUE);
    }

    private static Sql.TextArray ids(Set<SubmissionId> submissions) {
        return new Sql.TextArray(
                submissions.stream().map(SubmissionId::value).sorted().toList());
    }

    private static Filed row(ResultSet row, int members, int respondents) throws SQLException {
        return new Filed(
                new SubmissionId(row.getString("submission")),
                new Reference(row.getString("reference")),
                new PassageId(row.getInt("version"), row.getInt("passage")),
                "",
                null,
                row.getString("respondent"),
                row.getString("family"),
                new Profile(row.getString("grp"), row.getString("country"), row.getString("language")),
                row.getBoolean("quotable"),
                members,
                respondents);
    }

    /** Long documents come one after the other, and only what is a passage stays. */
    private List<Filed> withTexts(List<Filed> filed, int longest) {
        Map<Key, Filed> byKey = new LinkedHashMap<>();
        filed.forEach(one -> byKey.put(
                new Key(
                        one.submission().value(),
                        one.passage().version(),
                        one.passage().ordinal()),
                one));
        List<Filed> whole = new ArrayList<>();
        sql.each(
                """
                with wanted as (select * from unnest(?::text[], ?::text[]::int[], ?::text[]::int[]) as one(submission, version, ordinal))
                select source.submission, source.version, source.body, array_agg(passage.ordinal) as ordinals,
                    array_agg(passage.span_start) as starts, array_agg(passage.span_end) as ends,
                    array_agg(coalesce(passage.language, '')) as languages
                from wanted
                    join passage on passage.submission = wanted.submission and passage.version = wanted.version
                        and passage.ordinal = wanted.ordinal
                    join source on source.submission = passage.submission and source.version = passage.version
                        and source.ordinal = passage.source
                where passage.span_end - passage.span_start <= ?
                group by source.submission, source.version, source.ordinal
                """,
                BODIES,
                row -> whole.addAll(read(row, byKey)),
                texts(byKey.keySet().stream().map(Key::submission).toList()),
                texts(byKey.keySet().stream().map(Key::version).toList()),
                texts(byKey.keySet().stream().map(Key::ordinal).toList()),
                longest);
        return whole.stream().sorted(Comparator.comparing(Filed::at)).toList();
    }

    private static Sql.TextArray texts(List<?> values) {
        return new Sql.TextArray(values.stream().map(String::valueOf).toList());
    }

    private static List<Filed> read(ResultSet row, Map<Key, Filed> byKey) throws SQLException {
        String body = row.getString("body");
        Integer[] ordinals = (Integer[]) row.getArray("ordinals").getArray();
        Integer[] starts = (Integer[]) row.getArray("starts").getArray();
        Integer[] ends = (Integer[]) row.getArray("ends").getArray();
        String[] languages = (String[]) row.getArray("languages").getArray();
        List<Filed> read = new ArrayList<>();
        for (int i = 0; i < ordinals.length; i++) {
            var filed = byKey.get(new Key(row.getString("submission"), row.getInt("version"), ordinals[i]));
            if (filed != null) {
                String language = languages[i].isEmpty() ? null : languages[i];
                read.add(with(filed, body.substring(starts[i], ends[i]), language));
            }
        }
        return read;
    }

    private static Filed with(Filed filed, String text, @Nullable String language) {
        return new Filed(
                filed.submission(),
                filed.reference(),
                filed.passage(),
                text,
                language,
                filed.respondent(),
                filed.family(),
                filed.profile(),
                filed.quotable(),
                filed.passages(),
                filed.respondents());
    }

    @Override
    public long takenAway(RoundTexts.Of round) {
        return sql.first("""
                        select coalesce(sum(revision + 1), 0) as n from submission_case
                        where consultation = ? and round = ?
                            and (state in ('withdrawn', 'erased', 'withheld') or disputed_at is not null)
                        """, row -> row.getLong("n"), round.consultation(), round.round())
                .orElse(0L);
    }

    @Override
    public Map<ItemNumber, Integer> counts(RoundTexts.Of round) {
        Map<ItemNumber, Integer> counts = new HashMap<>();
        sql.query(
                """
                select item, count(*) as n
                from submission_case file
                    join filing on filing.submission = file.submission and filing.version = file.version
                    cross join unnest(filing.items) as item
                where file.consultation = ? and file.round = ? and file.state not in ('withdrawn', 'erased')
                group by item
                """,
                row -> counts.put(new ItemNumber(row.getString("item")), row.getInt("n")),
                round.consultation(),
                round.round());
        return counts;
    }
}
