package org.rostrum.publishing.usecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.RoundId;

/**
 * The consolidated documents on the site. What asks the store throws {@link StoreUnavailable}; repeating is safe. The
 * callers see to it that no two of them ask for the same round at once.
 */
public interface Documents {

    /** The round whose document it is. */
    record Of(ConsultationId consultation, RoundId round) {}

    /** One format of a compilation. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record File(String format, String mediaType, byte[] bytes) {}

    /** One format of a compilation that is in the store. */
    record Stored(String format, String mediaType, ObjectRef object) {}

    /** A compilation as it is served. */
    record Issue(String revision, List<Stored> files) {
        public Issue {
            files = List.copyOf(files);
        }
    }

    /** What is in the store, whole and intact in every format, whether or not it is served yet. */
    Optional<Issue> find(Of round);

    /** Puts a compilation into the store; it is not served yet. */
    Issue store(Of round, String revision, List<File> files);

    /** From now on this is served; it is in the store. Asks no store and cannot fail. */
    void serve(Of round, Issue issue);

    /** From now on nothing else is kept of that round. */
    void discardOthers(Of round, Issue issue);

    /** From now on nothing is served, until {@link #serve}. Asks no store and cannot fail. */
    void hide(Of round);

    /** From now on nothing is served, and nothing is kept. */
    void remove(Of round);

    /** Removes every document of other rounds. */
    void keepOnly(Set<Of> rounds);
}
