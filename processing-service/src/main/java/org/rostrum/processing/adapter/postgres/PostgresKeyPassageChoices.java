package org.rostrum.processing.adapter.postgres;

import java.util.List;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.usecase.KeyPassageChoices;
import org.rostrum.processing.usecase.RoundTexts;

record PostgresKeyPassageChoices(Sql sql) implements KeyPassageChoices {

    @Override
    public List<Choice> of(RoundTexts.Of round, ItemNumber item) {
        return sql.query(
                """
                select * from key_passage_choice where consultation = ? and round = ? and item = ?
                order by submission, text_hash
                """,
                row -> new Choice(
                        new SubmissionId(row.getString("submission")),
                        row.getString("text_hash"),
                        row.getBoolean("pinned"),
                        new StaffMember(row.getString("by_subject"), row.getString("by_name")),
                        Sql.instant(row, "at")),
                round.consultation(),
                round.round(),
                item);
    }

    @Override
    public void choose(RoundTexts.Of round, ItemNumber item, Choice choice) {
        sql.update(
                """
                insert into key_passage_choice (consultation, round, item, submission, text_hash, pinned, by_subject,
                    by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (consultation, round, item, submission, text_hash) do update
                set pinned = excluded.pinned, by_subject = excluded.by_subject, by_name = excluded.by_name,
                    at = excluded.at
                """,
                round.consultation(),
                round.round(),
                item,
                choice.submission(),
                choice.textHash(),
                choice.pinned(),
                choice.by().subject(),
                choice.by().name(),
                choice.at());
    }

    @Override
    public void leave(RoundTexts.Of round, ItemNumber item, SubmissionId submission, String textHash) {
        sql.update("""
                delete from key_passage_choice
                where consultation = ? and round = ? and item = ? and submission = ? and text_hash = ?
                """, round.consultation(), round.round(), item, submission, textHash);
    }

    @Override
    public void forget(SubmissionId submission) {
        sql.update("delete from key_passage_choice where submission = ?", submission);
    }
}
