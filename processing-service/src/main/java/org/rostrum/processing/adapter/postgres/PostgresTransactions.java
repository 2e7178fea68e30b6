package org.rostrum.processing.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.usecase.Books;
import org.rostrum.processing.usecase.CaseChanges;
import org.rostrum.processing.usecase.Transactions;

/** Transactions of PostgreSQL; after a commit, the relay is woken and live listeners are told. */
public final class PostgresTransactions implements Transactions {
    private final DataSource database;
    private final CaseChanges listeners;
    private final Runnable outboxFilled;

    /**
     * Transactions of that database.
     *
     * @param outboxFilled called after each commit that left events in the outbox
     */
    public PostgresTransactions(DataSource database, CaseChanges listeners, Runnable outboxFilled) {
        this.database = database;
        this.listeners = listeners;
        this.outboxFilled = outboxFilled;
    }

    @Override
    public <T> T inOne(Function<Books, T> work) {
        try (var connection = database.getConnection()) {
            var books = new PostgresBooks(new Sql(connection));
            T result = committed(connection, books, work);
            afterCommit(books);
            return result;
        } catch (SqlFailure e) {
            throw e.judged();
        } catch (SQLException e) {
            throw SqlFailure.judge(e);
        }
    }

    private static <T> T committed(Connection connection, PostgresBooks books, Function<Books, T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.apply(books);
            books.flush();
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private void afterCommit(PostgresBooks books) {
        if (books.hasOutgoing()) {
            outboxFilled.run();
        }
        List<Case> changed = books.announced();
        changed.forEach(
                file -> listeners.tell(new CaseChanges.CaseChanged(file.reference(), file.state(), file.revision())));
    }
}
