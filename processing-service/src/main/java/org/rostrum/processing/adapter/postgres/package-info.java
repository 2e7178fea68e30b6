/** The books in PostgreSQL: SQL beside its mapping, one transaction at a time. */
@NullMarked
package org.rostrum.processing.adapter.postgres;

import org.jspecify.annotations.NullMarked;
