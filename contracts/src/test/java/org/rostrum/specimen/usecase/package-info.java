/** Specimens for the layer rules' own test. */
@NullMarked
package org.rostrum.specimen.usecase;

import org.jspecify.annotations.NullMarked;
