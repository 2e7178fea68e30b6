/** Hides e-mail addresses in every public text, and the respondent's identity in anonymous ones. */
@NullMarked
package org.rostrum.processing.domain.masking;

import org.jspecify.annotations.NullMarked;
