/** Texts that say the same in (almost) the same words: families, what they share and how their members deviate. */
@NullMarked
package org.rostrum.processing.domain.duplicates;

import org.jspecify.annotations.NullMarked;
