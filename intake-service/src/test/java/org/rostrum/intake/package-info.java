@NullMarked
package org.rostrum.intake;

import org.jspecify.annotations.NullMarked;
