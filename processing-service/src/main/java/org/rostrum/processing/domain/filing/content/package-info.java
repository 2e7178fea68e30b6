/** Filing by content: what a round's passages and its items' texts have in common, learned as the round grows and as staff confirm. */
@NullMarked
package org.rostrum.processing.domain.filing.content;

import org.jspecify.annotations.NullMarked;
