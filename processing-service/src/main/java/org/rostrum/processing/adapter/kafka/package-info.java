/** Events in and out by Kafka. */
@NullMarked
package org.rostrum.processing.adapter.kafka;

import org.jspecify.annotations.NullMarked;
