/** Filing by content. */
@NullMarked
package org.rostrum.processing.domain.filing.content;

import org.jspecify.annotations.NullMarked;
