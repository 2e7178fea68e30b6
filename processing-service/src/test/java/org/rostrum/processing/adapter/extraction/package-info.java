/** Real and broken workers. */
@NullMarked
package org.rostrum.processing.adapter.extraction;

import org.jspecify.annotations.NullMarked;
