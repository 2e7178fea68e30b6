/** The books keep the same promises in PostgreSQL. */
@NullMarked
package org.rostrum.processing.adapter.postgres;

import org.jspecify.annotations.NullMarked;
