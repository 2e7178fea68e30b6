/** Threads that work without being asked. */
@NullMarked
package org.rostrum.processing.adapter.background;

import org.jspecify.annotations.NullMarked;
