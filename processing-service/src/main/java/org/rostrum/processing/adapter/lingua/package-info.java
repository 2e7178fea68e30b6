/** Tells languages with the lingua library, offline. */
@NullMarked
package org.rostrum.processing.adapter.lingua;

import org.jspecify.annotations.NullMarked;
