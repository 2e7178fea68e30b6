package org.rostrum.stack.part;

import java.util.Arrays;
import org.rostrum.stack.Part;
import org.rostrum.stack.state.Ports;
import org.rostrum.stack.state.Secrets;
import org.rostrum.stack.state.StateFolder;

/** What every part is built from: the software, the state directory, its ports and its secrets. */
public record Setting(Installation installation, StateFolder state, Ports ports, Secrets secrets) {

    AotCache cache() {
        return cache(installation, state);
    }

    /** Drops what an earlier process of this part may have left half recorded. */
    public void discardRecording(Part part) {
        cache().discard(part);
    }

    /** Keeps the environment of each service for developers who start one from an editor. */
    public void noteEnvironments() {
        Arrays.stream(Part.values())
                .filter(Part::isService)
                .forEach(part -> new ServiceServer(this, part).noteEnvironment());
    }

    Jvm jvm() {
        return new Jvm(installation, state, cache());
    }

    public static AotCache cache(Installation installation, StateFolder state) {
        return new AotCache(installation.caches(), state.root().resolve("run/aot"));
    }
}
