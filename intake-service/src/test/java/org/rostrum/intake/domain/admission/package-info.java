/** Admission, with a clock of the tests' own. */
@NullMarked
package org.rostrum.intake.domain.admission;

import org.jspecify.annotations.NullMarked;
