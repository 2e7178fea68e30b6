/** What containers run once before the services start. */
@NullMarked
package org.rostrum.setup;

import org.jspecify.annotations.NullMarked;
