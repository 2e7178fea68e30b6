/** Reads files in a pool of worker processes (module extraction-worker), any of which a file may kill. */
@NullMarked
package org.rostrum.processing.adapter.extraction;

import org.jspecify.annotations.NullMarked;
