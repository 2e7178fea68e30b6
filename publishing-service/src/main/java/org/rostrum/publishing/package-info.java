/** Publishing: wiring and configuration. */
@NullMarked
package org.rostrum.publishing;

import org.jspecify.annotations.NullMarked;
