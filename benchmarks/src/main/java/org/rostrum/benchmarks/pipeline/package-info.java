/** What processing does per second, from a record in the log to the record that says "processed". */
@NullMarked
package org.rostrum.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
