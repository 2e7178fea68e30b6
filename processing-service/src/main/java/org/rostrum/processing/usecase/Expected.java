package org.rostrum.processing.usecase;

import java.util.OptionalInt;
import org.rostrum.processing.domain.casework.Case;

/** The revision of a case that a staff member saw when deciding; empty for those who do not say. */
public record Expected(OptionalInt revision) {
    public static final Expected ANY = new Expected(OptionalInt.empty());

    public static Expected revision(int revision) {
        return new Expected(OptionalInt.of(revision));
    }

    boolean misses(Case file) {
        return revision.isPresent() && revision.getAsInt() != file.revision();
    }
}
