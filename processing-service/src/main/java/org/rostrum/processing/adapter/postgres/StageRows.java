package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Stage;

/** A stage as a state and the rest as JSON. */
final class StageRows {
    private StageRows() {}

    static Stage read(ResultSet row) throws SQLException {
        return Sql.json(row, "stage", classOf(Words.state(row.getString("state"))));
    }

    /** Absent if no earlier version stands. */
    static Stage.@Nullable Public readEarlier(ResultSet row) throws SQLException {
        var state = row.getString("earlier_state");
        return state != null && Sql.json(row, "earlier", classOf(Words.state(state))) instanceof Stage.Public held
                ? held
                : null;
    }

    private static Class<? extends Stage> classOf(CaseState state) {
        return switch (state) {
            case IN_PROCESS -> Stage.InProcess.class;
            case WITH_STAFF -> Stage.WithStaff.class;
            case CLEARED -> Stage.Cleared.class;
            case PUBLISHED -> Stage.Published.class;
            case WITHHELD -> Stage.Withheld.class;
            case CONFIDENTIAL -> Stage.Confidential.class;
            case QUARANTINED -> Stage.Quarantined.class;
            case PARKED -> Stage.Parked.class;
            case WITHDRAWN -> Stage.Withdrawn.class;
            case ERASED -> Stage.Erased.class;
        };
    }
}
