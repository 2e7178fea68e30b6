/** Measures this installation on an organisation's own past consultations. */
@NullMarked
package org.rostrum.processing.adapter.evaluation;

import org.jspecify.annotations.NullMarked;
