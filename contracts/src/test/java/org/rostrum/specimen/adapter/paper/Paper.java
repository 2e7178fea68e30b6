package org.rostrum.specimen.adapter.paper;

import org.jspecify.annotations.Nullable;
import org.rostrum.specimen.adapter.stone.Stone;

/** Breaks the adapters' independence on purpose. */
public class Paper {
    @Nullable
    Stone other;
}
