/** Intake: rounds open, submissions arrive, receipts go out. Only configuration and wiring stand here. */
@NullMarked
package org.rostrum.intake;

import org.jspecify.annotations.NullMarked;
