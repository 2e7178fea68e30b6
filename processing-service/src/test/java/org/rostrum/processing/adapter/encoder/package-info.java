/** Encoders. */
@NullMarked
package org.rostrum.processing.adapter.encoder;

import org.jspecify.annotations.NullMarked;
