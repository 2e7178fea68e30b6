/** Specimens for the layer rules' own test. */
@NullMarked
package org.rostrum.specimen.elsewhere;

import org.jspecify.annotations.NullMarked;
