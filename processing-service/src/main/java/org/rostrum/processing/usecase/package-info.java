/** What processing does: one class a verb, and the ports through which it reaches the world. */
@NullMarked
package org.rostrum.processing.usecase;

import org.jspecify.annotations.NullMarked;
