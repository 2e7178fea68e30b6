package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.HistoryEntry;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.usecase.Histories;

record PostgresHistories(Sql sql) implements Histories {

    @Override
    public void add(SubmissionId submission, HistoryEntry entry) {
        sql.later(
                """
                insert into history (submission, version, what, at, by_subject, by_name, details)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                submission,
                entry.version(),
                Words.of(entry.what()),
                entry.at(),
                entry.who().map(StaffMember::subject).orElse(null),
                entry.who().map(StaffMember::name).orElse(null),
                new Sql.JsonValue(entry.details()));
    }

    @Override
    public void removeDetails(SubmissionId submission) {
        sql.update("update history set details = '{}' where submission = ? and details <> '{}'", submission);
    }

    @Override
    public List<HistoryEntry> of(SubmissionId submission) {
        return sql.query(
                "select * from history where submission = ? order by position", PostgresHistories::entry, submission);
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                Words.happening(row.getString("what")),
                row.getInt("version"),
                Sql.instant(row, "at"),
                by(row),
                Sql.strings(row, "details"));
    }

    private static @Nullable StaffMember by(ResultSet row) throws SQLException {
        var subject = row.getString("by_subject");
        return subject == null ? null : new StaffMember(subject, row.getString("by_name"));
    }
}
