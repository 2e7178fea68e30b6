/** What stands for all that was said under an item: passages, terms, and how they compare with everybody. */
@NullMarked
package org.rostrum.processing.domain.keypassages;

import org.jspecify.annotations.NullMarked;
