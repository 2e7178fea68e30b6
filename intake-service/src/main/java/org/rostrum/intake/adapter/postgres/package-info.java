/** The projection of how far submissions have come. */
@NullMarked
package org.rostrum.intake.adapter.postgres;

import org.jspecify.annotations.NullMarked;
