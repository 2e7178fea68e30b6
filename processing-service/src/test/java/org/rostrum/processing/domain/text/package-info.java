/** Normalising and splitting, with random texts too. */
@NullMarked
package org.rostrum.processing.domain.text;

import org.jspecify.annotations.NullMarked;
