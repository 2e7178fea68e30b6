package org.rostrum.processing.domain.publicform;

import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.masking.MaskedText;

/** A passage as it would be shown. */
public record MaskedPassage(FiledPassage passage, MaskedText text) {}
