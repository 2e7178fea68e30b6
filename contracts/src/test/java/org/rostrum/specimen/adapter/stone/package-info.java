/** Specimens for the layer rules' own test. */
@NullMarked
package org.rostrum.specimen.adapter.stone;

import org.jspecify.annotations.NullMarked;
