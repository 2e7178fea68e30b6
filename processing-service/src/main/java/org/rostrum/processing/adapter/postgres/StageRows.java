package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Stage;

/** A stage as a state and the rest as JSON. */
final class StageRows {
    private StageRows() {}

    static Stage read(ResultSet row) throws SQLException {
        return Sql.json(row, "stage", classOf(Words.state(row.getString("state"))));
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
        };
    }
}
