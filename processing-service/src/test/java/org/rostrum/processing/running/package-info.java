/** The built service against real Kafka, S3 and PostgreSQL. */
@NullMarked
package org.rostrum.processing.running;

import org.jspecify.annotations.NullMarked;
