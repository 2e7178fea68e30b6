package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.usecase.Campaigns;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.RoundTexts;

record PostgresCampaigns(Sql sql) implements Campaigns {
    private static final String MEMBERS = """
        from family_member member
            join wording on wording.consultation = member.consultation and wording.round = member.round
                and wording.hash = member.hash
            join submission_case file on file.submission = member.submission
        """;

    private static final String CAMPAIGN = """
        select member.consultation, member.round, wording.family, count(*) as members,
            count(distinct member.hash) as wordings, min(file.received_at) as first, max(file.received_at) as last
        """ + MEMBERS;

    private static final String MEMBER = "select member.*, file.reference, file.received_at, file.state " + MEMBERS;

    @Override
    public List<Campaign> list(Optional<ConsultationId> consultation, int limit) {
        var parameters = new ArrayList<@Nullable Object>();
        consultation.ifPresent(parameters::add);
        parameters.add(limit);
        return sql.query(
                CAMPAIGN + (consultation.isPresent() ? "where member.consultation = ? " : "") + """
                        group by member.consultation, member.round, wording.family having count(*) > 1
                        order by members desc, wording.family limit ?
                        """,
                PostgresCampaigns::campaign,
                parameters.toArray());
    }

    @Override
    public Optional<Campaign> find(RoundTexts.Of round, String wording) {
        return sql.first(
                CAMPAIGN + """
                    where member.consultation = ? and member.round = ? and wording.family = (
                        select family from wording known
                        where known.consultation = ? and known.round = ? and known.hash = ?)
                    group by member.consultation, member.round, wording.family
                    """,
                PostgresCampaigns::campaign,
                round.consultation(),
                round.round(),
                round.consultation(),
                round.round(),
                wording);
    }

    @Override
    public Optional<Member> template(RoundTexts.Of round, String family) {
        return sql.first(
                        "select member.hash, count(*) as copies, min(file.received_at) as first " + MEMBERS + """
                                where member.consultation = ? and member.round = ? and wording.family = ?
                                group by member.hash order by copies desc, first, member.hash limit 1
                                """,
                        row -> row.getString("hash"),
                        round.consultation(),
                        round.round(),
                        family)
                .flatMap(hash -> worded(round, hash));
    }

    @Override
    public List<Member> members(RoundTexts.Of round, String family, Optional<CaseCursor> after, int limit) {
        var parameters = new ArrayList<@Nullable Object>(List.of(round.consultation(), round.round(), family));
        after.ifPresent(cursor -> {
            parameters.add(cursor.receivedAt());
            parameters.add(cursor.reference());
        });
        parameters.add(limit);
        return sql.query(
                MEMBER + "where member.consultation = ? and member.round = ? and wording.family = ? "
                        + (after.isPresent() ? "and (file.received_at, file.reference) < (?, ?) " : "")
                        + "order by file.received_at desc, file.reference desc limit ?",
                PostgresCampaigns::member,
                parameters.toArray());
    }

    @Override
    public Optional<Member> worded(RoundTexts.Of round, String wording) {
        return sql.first(MEMBER + """
                    where member.consultation = ? and member.round = ? and member.hash = ?
                    order by file.received_at, file.reference limit 1
                    """, PostgresCampaigns::member, round.consultation(), round.round(), wording);
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                new RoundTexts.Of(
                        new ConsultationId(row.getString("consultation")), new RoundId(row.getString("round"))),
                row.getString("family"),
                row.getInt("members"),
                row.getInt("wordings"),
                Sql.instant(row, "first"),
                Sql.instant(row, "last"));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                new SubmissionId(row.getString("submission")),
                new Reference(row.getString("reference")),
                row.getInt("version"),
                row.getString("hash"),
                Sql.instant(row, "received_at"),
                Words.state(row.getString("state")));
    }
}
