package org.rostrum.processing.domain.masking;

import org.rostrum.processing.domain.text.Span;

/**
 * One place that was hidden.
 *
 * @param hidden where it stood in the text before masking
 */
public record Mask(MaskKind kind, Span hidden) {}
