/** What a person must look at is found where it is, and nowhere else. */
@NullMarked
package org.rostrum.processing.domain.flags;

import org.jspecify.annotations.NullMarked;
