package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.usecase.ParkedEvents;
import org.rostrum.processing.usecase.RawEvent;

record PostgresParkedEvents(Sql sql) implements ParkedEvents {

    @Override
    public void add(SubmissionId submission, RawEvent event) {
        sql.update(
                "insert into parked_event (submission, topic, key, headers, json) values (?, ?, ?, ?, ?)",
                submission,
                event.topic(),
                event.key(),
                new Sql.JsonValue(event.headers()),
                event.json());
    }

    @Override
    public boolean hasAny(List<SubmissionId> submissions) {
        return sql.first(
                        "select 1 from parked_event where submission = any(?) limit 1",
                        row -> row.getInt(1),
                        new Sql.TextArray(
                                submissions.stream().map(SubmissionId::value).toList()))
                .isPresent();
    }

    @Override
    public boolean isQueued(SubmissionId submission) {
        return sql.first("select 1 from parked_event where submission = ? limit 1", row -> row.getInt(1), submission)
                .isPresent();
    }

    @Override
    public Optional<Waiting> nextReleased() {
        return sql.first("""
                select parked_event.* from parked_event join submission_case using (submission)
                where state <> 'parked'
                order by position limit 1
                """, PostgresParkedEvents::waiting);
    }

    @Override
    public boolean remove(long position) {
        return sql.update("delete from parked_event where position = ?", position) == 1;
    }

    @Override
    public void removeAll(SubmissionId submission) {
        sql.update("delete from parked_event where submission = ?", submission);
    }

    @Override
    public List<SubmissionId> parkedFor(String reason, ConsultationId consultation) {
        return sql.query("""
                select submission from submission_case
                where state = 'parked' and consultation = ? and stage ->> 'reason' = ?
                """, row -> new SubmissionId(row.getString("submission")), consultation, reason);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var event = new RawEvent(
                row.getString("topic"), row.getString("key"), Sql.strings(row, "headers"), row.getBytes("json"));
        return new Waiting(row.getLong("position"), new SubmissionId(row.getString("submission")), event);
    }
}
