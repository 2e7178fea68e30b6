/** Cut-offs, with a clock of the tests' own. */
@NullMarked
package org.rostrum.platform.connection;

import org.jspecify.annotations.NullMarked;
