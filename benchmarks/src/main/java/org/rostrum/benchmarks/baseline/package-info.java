/** What intake would be without anything of its own: the same server, the same put, the same produce. */
@NullMarked
package org.rostrum.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
