/** What the services say to each other: sealed event records, topic names, ids and the definition of a consultation. */
@NullMarked
package org.rostrum.contracts;

import org.jspecify.annotations.NullMarked;
