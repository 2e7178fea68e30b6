@NullMarked
package org.rostrum.intake.adapter.postgres;

import org.jspecify.annotations.NullMarked;
