/** Tests of what stands for all that was said under an item. */
@NullMarked
package org.rostrum.processing.domain.keypassages;

import org.jspecify.annotations.NullMarked;
