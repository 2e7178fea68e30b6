/** What the head of a request tells. */
@NullMarked
package org.rostrum.intake.adapter.vertx;

import org.jspecify.annotations.NullMarked;
