@NullMarked
package org.rostrum.benchmarks.load;

import org.jspecify.annotations.NullMarked;
