/** The topics that intake writes and reads. */
@NullMarked
package org.rostrum.intake.adapter.kafka;

import org.jspecify.annotations.NullMarked;
