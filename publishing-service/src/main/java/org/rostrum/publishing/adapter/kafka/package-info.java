/** The log: read from its beginning at every start, and written to with what publishing did. */
@NullMarked
package org.rostrum.publishing.adapter.kafka;

import org.jspecify.annotations.NullMarked;
