@NullMarked
package org.rostrum.intake.usecase;

import org.jspecify.annotations.NullMarked;
