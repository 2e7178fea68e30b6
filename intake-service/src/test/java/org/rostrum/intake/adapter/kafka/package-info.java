@NullMarked
package org.rostrum.intake.adapter.kafka;

import org.jspecify.annotations.NullMarked;
