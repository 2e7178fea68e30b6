package org.rostrum.processing.adapter.postgres;

import java.time.Instant;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.usecase.Erasures;

record PostgresErasures(Sql sql) implements Erasures {

    @Override
    public void add(SubmissionId submission, Instant erasedAt) {
        sql.update(
                "insert into erasure (submission, erased_at) values (?, ?) on conflict do nothing",
                submission,
                erasedAt);
    }

    @Override
    public boolean contains(SubmissionId submission) {
        return sql.first("select 1 from erasure where submission = ?", row -> row.getInt(1), submission)
                .isPresent();
    }
}
