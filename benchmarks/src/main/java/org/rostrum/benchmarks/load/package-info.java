/** A load generator that costs little, for it shares the processors with what it measures. */
@NullMarked
package org.rostrum.benchmarks.load;

import org.jspecify.annotations.NullMarked;
