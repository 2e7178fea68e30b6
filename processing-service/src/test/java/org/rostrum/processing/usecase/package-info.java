/** Use cases against books in memory. */
@NullMarked
package org.rostrum.processing.usecase;

import org.jspecify.annotations.NullMarked;
