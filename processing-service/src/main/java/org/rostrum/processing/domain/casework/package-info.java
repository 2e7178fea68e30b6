/** The case that staff work on: its stages, and who did what to it. */
@NullMarked
package org.rostrum.processing.domain.casework;

import org.jspecify.annotations.NullMarked;
