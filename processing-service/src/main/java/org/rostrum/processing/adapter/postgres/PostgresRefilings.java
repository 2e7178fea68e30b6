package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.usecase.Refilings;
import org.rostrum.processing.usecase.RoundTexts;

record PostgresRefilings(Sql sql) implements Refilings {

    @Override
    public void add(RoundTexts.Of round, Refiling refiling) {
        long position = sql.first(
                        """
                        insert into refiling (consultation, round, at, model, studied, moved)
                        values (?, ?, ?, ?, ?, ?) returning position
                        """,
                        row -> row.getLong("position"),
                        round.consultation(),
                        round.round(),
                        refiling.at(),
                        refiling.model(),
                        refiling.studied(),
                        refiling.moved())
                .orElseThrow();
        for (int i = 0; i < refiling.moves().size(); i++) {
            add(position, i, refiling.moves().get(i));
        }
        sql.update("""
                delete from refiling where consultation = ? and round = ? and position not in (
                    select position from refiling where consultation = ? and round = ? order by position desc limit ?)
                """, round.consultation(), round.round(), round.consultation(), round.round(), KEPT);
    }

    /** Whoever is erasing the submission is waited for; then nothing is said of it. */
    private void add(long refiling, int ordinal, Move move) {
        sql.later(
                """
                insert into refiling_move (refiling, ordinal, submission, reference, version, passage, moved_from, moved_to)
                select ?, ?, ?, ?, ?, ?, ?, ? from submission_case file
                where file.submission = ? and file.state <> 'erased' for share
                """,
                refiling,
                ordinal,
                move.submission(),
                move.reference(),
                move.passage().version(),
                move.passage().ordinal(),
                numbers(move.from()),
                numbers(move.to()),
                move.submission());
    }

    private static Sql.TextArray numbers(List<ItemNumber> items) {
        return new Sql.TextArray(items.stream().map(ItemNumber::value).toList());
    }

    @Override
    public List<Refiling> of(RoundTexts.Of round) {
        return sql.query(
                "select * from refiling where consultation = ? and round = ? order by position desc",
                row -> new Refiling(
                        Sql.instant(row, "at"),
                        row.getString("model"),
                        row.getInt("studied"),
                        row.getInt("moved"),
                        moves(row.getLong("position"))),
                round.consultation(),
                round.round());
    }

    private List<Move> moves(long refiling) {
        return sql.query(
                "select * from refiling_move where refiling = ? order by ordinal", PostgresRefilings::move, refiling);
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                new SubmissionId(row.getString("submission")),
                new Reference(row.getString("reference")),
                new PassageId(row.getInt("version"), row.getInt("passage")),
                items(row, "moved_from"),
                items(row, "moved_to"));
    }

    private static List<ItemNumber> items(ResultSet row, String column) throws SQLException {
        return Sql.texts(row, column).stream().map(ItemNumber::new).toList();
    }

    @Override
    public void forget(SubmissionId submission) {
        sql.update("delete from refiling_move where submission = ?", submission);
    }
}
