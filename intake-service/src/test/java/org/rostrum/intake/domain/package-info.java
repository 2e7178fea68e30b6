@NullMarked
package org.rostrum.intake.domain;

import org.jspecify.annotations.NullMarked;
