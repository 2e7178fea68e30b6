/** Contracts hold: golden payloads, schemas without drift, values that validate. */
@NullMarked
package org.rostrum.contracts;

import org.jspecify.annotations.NullMarked;
