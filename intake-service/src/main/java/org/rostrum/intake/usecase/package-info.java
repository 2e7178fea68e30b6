/** What intake does, one class per verb, and the ports through which it reaches the world. */
@NullMarked
package org.rostrum.intake.usecase;

import org.jspecify.annotations.NullMarked;
