package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.usecase.RoundTexts;
import org.rostrum.processing.usecase.Wordings;

record PostgresWordings(Sql sql) implements Wordings {
    /** Texts that are looked at for one run of words: more say nothing about a run that everybody uses. */
    private static final int OFTEN = 100;
    /** Texts that are compared in full. */
    private static final int COMPARED = 24;

    @Override
    public void lock(RoundTexts.Of round) {
        sql.first(
                "select pg_advisory_xact_lock(hashtext(?), hashtext(?))",
                row -> true,
                round.consultation(),
                round.round());
    }

    @Override
    public Optional<String> familyOf(RoundTexts.Of round, String hash) {
        return sql.first(
                "select family from wording where consultation = ? and round = ? and hash = ?",
                row -> row.getString("family"),
                round.consultation(),
                round.round(),
                hash);
    }

    @Override
    public List<Known> alike(RoundTexts.Of round, long[] sketch) {
        return sql.query(
                """
                select wording.hash, wording.family, wording.runs
                from (
                    select found.hash, count(*) as shared
                    from unnest(?::bigint[]) as wanted(run)
                        cross join lateral (select hash from wording_run
                            where consultation = ? and round = ? and wording_run.run = wanted.run limit ?) found
                    group by found.hash order by shared desc, found.hash limit ?
                ) nearest
                join wording on wording.consultation = ? and wording.round = ? and wording.hash = nearest.hash
                order by nearest.shared desc, wording.hash
                """,
                PostgresWordings::known,
                new Sql.TextArray(texts(sketch)),
                round.consultation(),
                round.round(),
                OFTEN,
                COMPARED,
                round.consultation(),
                round.round());
    }

    private static List<String> texts(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).toList();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getString("hash"), row.getString("family"), Shingles.ofBytes(row.getBytes("runs")));
    }

    @Override
    public void add(RoundTexts.Of round, Known wording) {
        sql.update(
                "insert into wording (consultation, round, hash, family, runs) values (?, ?, ?, ?, ?)",
                round.consultation(),
                round.round(),
                wording.hash(),
                wording.family(),
                wording.runs().bytes());
        sql.update(
                """
                insert into wording_run (consultation, round, run, hash)
                select ?, ?, wanted.run, ? from unnest(?::bigint[]) as wanted(run)
                where (select count(*) from (select 1 from wording_run known
                    where known.consultation = ? and known.round = ? and known.run = wanted.run limit ?) few) < ?
                """,
                round.consultation(),
                round.round(),
                wording.hash(),
                new Sql.TextArray(texts(wording.runs().sketch())),
                round.consultation(),
                round.round(),
                OFTEN,
                OFTEN);
    }

    @Override
    public void addBeside(RoundTexts.Of round, String hash, String represented) {
        sql.later("""
                insert into wording (consultation, round, hash, family)
                select consultation, round, ?, family from wording where consultation = ? and round = ? and hash = ?
                on conflict do nothing
                """, hash, round.consultation(), round.round(), represented);
    }

    @Override
    public List<String> ofFamily(RoundTexts.Of round, String family) {
        return sql.query(
                "select hash from wording where consultation = ? and round = ? and family = ? order by hash",
                row -> row.getString("hash"),
                round.consultation(),
                round.round(),
                family);
    }

    @Override
    public void unite(RoundTexts.Of round, String family, String into) {
        sql.update(
                "update wording set family = ? where consultation = ? and round = ? and family = ?",
                into,
                round.consultation(),
                round.round(),
                family);
    }

    /** A family is named by one of its own: if the one that leaves has given its name, the others take another. */
    @Override
    public void part(RoundTexts.Of round, String hash) {
        sql.update(
                """
                update wording set family = (
                    select min(hash) from wording other
                    where other.consultation = ? and other.round = ? and other.family = ? and other.hash <> ?)
                where consultation = ? and round = ? and family = ? and hash <> ?
                """, round.consultation(), round.round(), hash, hash, round.consultation(), round.round(), hash, hash);
        sql.update(
                "update wording set family = hash where consultation = ? and round = ? and hash = ?",
                round.consultation(),
                round.round(),
                hash);
    }

    @Override
    public void addPossible(RoundTexts.Of round, String hash, Possible other) {
        sql.update("""
                insert into possible_copy (consultation, round, hash, other, likeness) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """, round.consultation(), round.round(), hash, other.hash(), other.likeness());
    }

    @Override
    public List<Possible> possible(RoundTexts.Of round, String hash) {
        return sql.query(
                """
                select other, likeness from (
                    select other, likeness from possible_copy where consultation = ? and round = ? and hash = ?
                    union all
                    select hash, likeness from possible_copy where consultation = ? and round = ? and other = ?
                ) possible
                where not exists (select 1 from family_choice choice
                    where choice.consultation = ? and choice.round = ?
                        and ((choice.one = ? and choice.other = possible.other)
                            or (choice.other = ? and choice.one = possible.other)))
                order by likeness desc, other
                """,
                row -> new Possible(row.getString("other"), row.getDouble("likeness")),
                round.consultation(),
                round.round(),
                hash,
                round.consultation(),
                round.round(),
                hash,
                round.consultation(),
                round.round(),
                hash,
                hash);
    }

    @Override
    public List<Choice> choices(RoundTexts.Of round) {
        return sql.query(
                "select one, other, together from family_choice where consultation = ? and round = ? order by at, one, other",
                row -> new Choice(row.getString("one"), row.getString("other"), row.getBoolean("together")),
                round.consultation(),
                round.round());
    }

    @Override
    public void choose(RoundTexts.Of round, Choice choice, StaffMember by, Instant at) {
        sql.update(
                """
                delete from family_choice
                where consultation = ? and round = ? and ((one = ? and other = ?) or (one = ? and other = ?))
                """, round.consultation(), round.round(), choice.one(), choice.other(), choice.other(), choice.one());
        sql.update(
                """
                insert into family_choice (consultation, round, one, other, together, by_subject, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                round.consultation(),
                round.round(),
                choice.one(),
                choice.other(),
                choice.together(),
                by.subject(),
                by.name(),
                at);
    }

    @Override
    public void join(RoundTexts.Of round, SubmissionId submission, int version, String hash) {
        sql.later("""
                insert into family_member (submission, version, consultation, round, hash) values (?, ?, ?, ?, ?)
                """, submission, version, round.consultation(), round.round(), hash);
    }

    @Override
    public void leave(SubmissionId submission) {
        sql.update("delete from family_member where submission = ?", submission);
    }

    @Override
    public void forget(RoundTexts.Of round, SubmissionId submission) {
        var hash = wordingOf(submission);
        leave(submission);
        hash.filter(known -> !isWorn(round, known)).ifPresent(known -> forget(round, known));
    }

    private boolean isWorn(RoundTexts.Of round, String hash) {
        return sql.first(
                        "select 1 from family_member where consultation = ? and round = ? and hash = ? limit 1",
                        row -> row.getInt(1),
                        round.consultation(),
                        round.round(),
                        hash)
                .isPresent();
    }

    private void forget(RoundTexts.Of round, String hash) {
        for (var table : List.of("wording", "wording_run")) {
            sql.update(
                    "delete from %s where consultation = ? and round = ? and hash = ?".formatted(table),
                    round.consultation(),
                    round.round(),
                    hash);
        }
        sql.update(
                "delete from possible_copy where consultation = ? and round = ? and (hash = ? or other = ?)",
                round.consultation(),
                round.round(),
                hash,
                hash);
    }

    @Override
    public Map<SubmissionId, String> ofMembers(RoundTexts.Of round) {
        Map<SubmissionId, String> wordings = new HashMap<>();
        Map<String, String> same = new HashMap<>();
        sql.query(
                "select submission, hash from family_member where consultation = ? and round = ?",
                row -> {
                    var hash = row.getString("hash");
                    wordings.put(new SubmissionId(row.getString("submission")), same.computeIfAbsent(hash, one -> one));
                    return hash;
                },
                round.consultation(),
                round.round());
        return wordings;
    }

    @Override
    public Optional<String> wordingOf(SubmissionId submission) {
        return sql.first(
                "select hash from family_member where submission = ?", row -> row.getString("hash"), submission);
    }
}
