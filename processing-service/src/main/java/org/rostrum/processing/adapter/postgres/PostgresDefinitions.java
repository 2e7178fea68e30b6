package org.rostrum.processing.adapter.postgres;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.processing.usecase.Definitions;

record PostgresDefinitions(Sql sql) implements Definitions {

    @Override
    public void add(ConsultationDefined defined) {
        lock(defined.consultation());
        sql.update(
                """
                insert into definition (consultation, revision, defined_at, body) values (?, ?, ?, ?)
                on conflict (consultation, revision)
                do update set defined_at = excluded.defined_at, body = excluded.body
                """,
                defined.consultation(),
                defined.revision(),
                defined.definedAt(),
                new Sql.JsonValue(defined.definition()));
    }

    @Override
    public Optional<ConsultationDefinition> latest(ConsultationId consultation) {
        return sql.first(
                "select body from definition where consultation = ? order by revision desc limit 1",
                row -> Sql.json(row, "body", ConsultationDefinition.class),
                consultation);
    }

    @Override
    public Optional<ConsultationDefinition> settled(ConsultationId consultation) {
        lock(consultation);
        return latest(consultation);
    }

    /** There may be no row to lock yet. */
    private void lock(ConsultationId consultation) {
        sql.first("select pg_advisory_xact_lock(hashtext('definition'), hashtext(?))", row -> true, consultation);
    }

    @Override
    public List<ConsultationDefinition> all() {
        return sql.query(
                "select distinct on (consultation) body from definition order by consultation, revision desc",
                row -> Sql.json(row, "body", ConsultationDefinition.class));
    }
}
