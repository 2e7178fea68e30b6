/** Intake as it is delivered, against real Kafka, S3 and PostgreSQL. */
@NullMarked
package org.rostrum.intake.running;

import org.jspecify.annotations.NullMarked;
