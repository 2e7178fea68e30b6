package org.rostrum.processing.adapter.postgres;

import java.sql.SQLException;
import java.util.Set;
import org.rostrum.processing.usecase.ConcurrentChange;
import org.rostrum.processing.usecase.Unavailable;

/** A statement failed; carries the SQLException to where it can be judged. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Classes of SQLSTATE that say: try again. Connection, rollback by conflict, resources, shut down, system error. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    SqlFailure(SQLException cause) {
        super("The database refused a statement.", cause);
    }

    /** What the caller is to see: a neighbour that is away, or a fault of ours. */
    static RuntimeException judge(SQLException e) {
        var state = e.getSQLState();
        if ("23505".equals(state) && String.valueOf(e.getMessage()).contains("submission_case_pkey")) {
            return new ConcurrentChange("The case was opened by somebody else.");
        }
        boolean passing = state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
        return passing ? new Unavailable("The database cannot be asked; check that it runs.", e) : new SqlFailure(e);
    }

    RuntimeException judged() {
        return getCause() instanceof SQLException cause ? judge(cause) : this;
    }
}
