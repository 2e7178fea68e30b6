/** The text of a submission: read from whatever arrived, normalised once, and cut into passages with exact offsets. */
@NullMarked
package org.rostrum.processing.domain.text;

import org.jspecify.annotations.NullMarked;
