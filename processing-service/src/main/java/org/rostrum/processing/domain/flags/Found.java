package org.rostrum.processing.domain.flags;

import org.rostrum.processing.domain.text.Span;

/** A place in a text that a person must look at. */
public record Found(FlagKind kind, Span span) {}
