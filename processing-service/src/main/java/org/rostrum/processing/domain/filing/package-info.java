/** Which items of the consultation a passage answers: by its box, by headings and numbering, else by its words. */
@NullMarked
package org.rostrum.processing.domain.filing;

import org.jspecify.annotations.NullMarked;
