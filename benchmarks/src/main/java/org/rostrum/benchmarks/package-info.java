/** Measured claims about Rostrum: each has a command, a baseline and its figures as JSON. */
@NullMarked
package org.rostrum.benchmarks;

import org.jspecify.annotations.NullMarked;
