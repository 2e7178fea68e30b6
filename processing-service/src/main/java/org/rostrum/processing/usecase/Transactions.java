package org.rostrum.processing.usecase;

import java.util.function.Consumer;
import java.util.function.Function;

/** All or nothing. */
public interface Transactions {

    /**
     * Does the work in one transaction and commits; rolls back and rethrows if it throws. What was announced is told to
     * listeners after the commit.
     *
     * @throws Unavailable if the database cannot be asked
     */
    <T> T inOne(Function<Books, T> work);

    /** The same for work that has no result. */
    default void doInOne(Consumer<Books> work) {
        inOne(books -> {
            work.accept(books);
            return true;
        });
    }
}
