/** What of a case may go public, and what was hidden to make it so. */
@NullMarked
package org.rostrum.processing.domain.publicform;

import org.jspecify.annotations.NullMarked;
