/** The system under test: a whole Rostrum of its own, and the baseline beside it. */
@NullMarked
package org.rostrum.benchmarks.system;

import org.jspecify.annotations.NullMarked;
