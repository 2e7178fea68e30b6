@NullMarked
package org.rostrum.intake.adapter.crypto;

import org.jspecify.annotations.NullMarked;
