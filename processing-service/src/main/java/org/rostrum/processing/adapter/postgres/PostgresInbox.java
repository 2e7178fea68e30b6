package org.rostrum.processing.adapter.postgres;

import java.util.List;
import org.rostrum.processing.usecase.Inbox;

record PostgresInbox(Sql sql) implements Inbox {

    @Override
    public boolean enter(String eventId) {
        return sql.update("insert into inbox (event_id) values (?) on conflict do nothing", eventId) == 1;
    }

    @Override
    public int enterAll(List<String> eventIds) {
        return sql.update(
                "insert into inbox (event_id) select unnest(?::text[]) on conflict do nothing",
                new Sql.TextArray(eventIds));
    }

    @Override
    public boolean contains(String eventId) {
        return sql.first("select 1 from inbox where event_id = ?", row -> row.getInt(1), eventId)
                .isPresent();
    }
}
