package org.rostrum.intake.usecase;

import java.time.Duration;
import java.time.Instant;

/** Removes staged files that no submission claimed in time. */
public final class SweepStagedFiles {
    private final StagedFiles files;
    private final Duration keptFor;

    /** They are kept for at least a day: an upload may take hours, and its submission more. */
    public SweepStagedFiles(StagedFiles files, Duration keptFor) {
        if (keptFor.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("staged files are kept for a day at least");
        }
        this.files = files;
        this.keptFor = keptFor;
    }

    /** Returns how many were removed. */
    public int sweep(Instant now) {
        return files.sweep(now.minus(keptFor));
    }
}
