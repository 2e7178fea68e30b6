/** What intake derives, signs and seals with its secret keys. */
@NullMarked
package org.rostrum.intake.adapter.crypto;

import org.jspecify.annotations.NullMarked;
