/** Who is let in, who waits and who is turned away: fair between consultations and between clients. */
@NullMarked
package org.rostrum.intake.domain.admission;

import org.jspecify.annotations.NullMarked;
