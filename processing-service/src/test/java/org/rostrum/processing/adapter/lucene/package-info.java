/** Stems. */
@NullMarked
package org.rostrum.processing.adapter.lucene;

import org.jspecify.annotations.NullMarked;
