package org.rostrum.processing.adapter.postgres;

import java.time.Instant;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec;
import org.rostrum.processing.usecase.Outbox;

/**
 * Events that leave with this transaction. Who emits about a case has locked it, so for one key positions grow in the order
 * of commits.
 */
final class PostgresOutbox implements Outbox {
    private final Sql sql;
    private boolean filled;

    PostgresOutbox(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(String eventId, Instant time, Event event) {
        var encoded = EventCodec.encode(eventId, time, event);
        sql.later(
                "insert into outbox (event_id, topic, key, headers, json) values (?, ?, ?, ?, ?)",
                eventId,
                encoded.topic(),
                encoded.key(),
                new Sql.JsonValue(encoded.headers()),
                encoded.json());
        filled = true;
    }

    boolean isFilled() {
        return filled;
    }
}
