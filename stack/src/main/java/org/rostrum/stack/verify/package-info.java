/** Checks receipts with nothing of the service that issued them but its public key. */
@NullMarked
package org.rostrum.stack.verify;

import org.jspecify.annotations.NullMarked;
