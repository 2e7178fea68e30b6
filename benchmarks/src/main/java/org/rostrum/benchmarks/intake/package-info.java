/** How many submissions intake acknowledges, how fast, and what becomes of them under a rush. */
@NullMarked
package org.rostrum.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
