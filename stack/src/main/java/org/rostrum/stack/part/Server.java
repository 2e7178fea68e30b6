package org.rostrum.stack.part;

import java.time.Duration;
import org.rostrum.stack.Part;
import org.rostrum.stack.process.Launch;

/** One part as the launcher sees it: made ready on disk, started, asked until it answers, then furnished. */
public interface Server {
    Part part();

    /** Writes what the process finds on disk when it starts. */
    void prepare();

    Launch launch();

    /** Whether it does its work, as its users see it. */
    boolean answers();

    /** Creates in it what its users expect: topics, buckets, databases. */
    default void furnish() {}

    /** Whether the others come first once it has started. */
    default boolean givesWay() {
        return false;
    }

    /** How long a start may take before it counts as failed. */
    default Duration patience() {
        return Duration.ofSeconds(90);
    }
}
