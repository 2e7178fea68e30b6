/** What masking must hide. */
@NullMarked
package org.rostrum.processing.domain.masking;

import org.jspecify.annotations.NullMarked;
