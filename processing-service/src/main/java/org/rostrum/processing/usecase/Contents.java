package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;

/** What the versions of submissions say. */
public interface Contents {

    void add(SubmissionId submission, int version, Content content);

    /** Puts this in the place of what was kept of that version. */
    void replace(SubmissionId submission, int version, Content content);

    Optional<Content> find(SubmissionId submission, int version);

    /** The newest version before that one whose content is known. */
    OptionalInt versionBefore(SubmissionId submission, int version);

    /** Removes all versions, with everything that was made of them, and gives back what they said. */
    List<Content> removeAll(SubmissionId submission);

    /** Replaces the filing of one passage. */
    void refile(SubmissionId submission, int version, FiledPassage moved);
}
