/** Specimens for the layer rules' own test. */
@NullMarked
package org.rostrum.specimen.adapter.paper;

import org.jspecify.annotations.NullMarked;
