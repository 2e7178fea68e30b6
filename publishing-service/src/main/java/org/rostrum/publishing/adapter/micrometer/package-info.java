/** Alarms and figures for operators. */
@NullMarked
package org.rostrum.publishing.adapter.micrometer;

import org.jspecify.annotations.NullMarked;
