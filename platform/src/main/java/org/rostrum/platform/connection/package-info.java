/** How long a connection may take its time: slow heads, slow bodies and slow readers are closed. */
@NullMarked
package org.rostrum.platform.connection;

import org.jspecify.annotations.NullMarked;
