/** Tests of publishing as a whole, and what they share. */
@NullMarked
package org.rostrum.publishing;

import org.jspecify.annotations.NullMarked;
