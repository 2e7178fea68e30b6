/** How many files are read per second by isolated processes, beside Tika inside one process. */
@NullMarked
package org.rostrum.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;
