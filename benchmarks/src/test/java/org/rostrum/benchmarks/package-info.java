@NullMarked
package org.rostrum.benchmarks;

import org.jspecify.annotations.NullMarked;
