/** Processing: configuration and wiring. */
@NullMarked
package org.rostrum.processing;

import org.jspecify.annotations.NullMarked;
