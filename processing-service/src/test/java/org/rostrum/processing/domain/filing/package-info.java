/** Filing by box, heading and content. */
@NullMarked
package org.rostrum.processing.domain.filing;

import org.jspecify.annotations.NullMarked;
