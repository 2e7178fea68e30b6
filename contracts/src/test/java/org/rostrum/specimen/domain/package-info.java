/** Specimens for the layer rules' own test. */
@NullMarked
package org.rostrum.specimen.domain;

import org.jspecify.annotations.NullMarked;
