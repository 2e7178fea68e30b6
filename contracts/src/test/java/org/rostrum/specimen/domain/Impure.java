package org.rostrum.specimen.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Breaks the domain on purpose: a framework, the world, the clock. */
public class Impure {
    @Nullable
    JsonNode framework;

    @Nullable
    InputStream world;

    Instant clock() {
        return Instant.now();
    }
}
