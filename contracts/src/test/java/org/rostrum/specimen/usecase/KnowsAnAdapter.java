package org.rostrum.specimen.usecase;

import org.jspecify.annotations.Nullable;
import org.rostrum.specimen.adapter.paper.Paper;

/** Breaks the use-case layer on purpose. */
public class KnowsAnAdapter {
    @Nullable
    Paper adapter;
}
