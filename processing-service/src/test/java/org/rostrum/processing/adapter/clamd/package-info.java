/** A real ClamAV daemon with one signature of ours. */
@NullMarked
package org.rostrum.processing.adapter.clamd;

import org.jspecify.annotations.NullMarked;
