/** Evaluation on past consultations. */
@NullMarked
package org.rostrum.processing.adapter.evaluation;

import org.jspecify.annotations.NullMarked;
