/** The staff API under {@code /api/v1}, for programs with bearer tokens. */
@NullMarked
package org.rostrum.processing.adapter.http.api;

import org.jspecify.annotations.NullMarked;
