package org.rostrum.publishing.usecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.RoundId;

/** The consolidated documents on the site. All throw {@link StoreUnavailable}; repeating is safe. */
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

    /** From now on this is served, and nothing older is kept. */
    Issue replace(Of round, String revision, List<File> files);

    /** From now on this is served; it is in the store. */
    void serve(Of round, Issue issue);

    /** From now on nothing is served, and nothing is kept. */
    void remove(Of round);

    /** Removes every document of other rounds. */
    void keepOnly(Set<Of> rounds);
}
