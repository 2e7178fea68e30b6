/** Asks ClamAV's daemon whether it knows a file. */
@NullMarked
package org.rostrum.processing.adapter.clamd;

import org.jspecify.annotations.NullMarked;
