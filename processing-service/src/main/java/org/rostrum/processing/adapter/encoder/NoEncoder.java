package org.rostrum.processing.adapter.encoder;

import java.util.List;
import org.rostrum.processing.usecase.Encoder;

/** For installations without an encoder. */
public final class NoEncoder implements Encoder {

    @Override
    public String version() {
        return "none";
    }

    @Override
    public int dimension() {
        return 0;
    }

    @Override
    public List<float[]> encode(List<String> texts, Role role) {
        throw new IllegalStateException("There is no encoder; look at its dimension before.");
    }
}
