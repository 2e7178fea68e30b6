/** Tests. */
@NullMarked
package org.rostrum.publishing.adapter.kafka;

import org.jspecify.annotations.NullMarked;
