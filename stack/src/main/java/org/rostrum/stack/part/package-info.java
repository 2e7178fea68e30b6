/** The parts of a running Rostrum: how each is prepared, started, recognised as ready and furnished. */
@NullMarked
package org.rostrum.stack.part;

import org.jspecify.annotations.NullMarked;
