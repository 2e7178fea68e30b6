/** The public record: what the log says may be shown, how it is counted, and what must never get out. */
@NullMarked
package org.rostrum.publishing.domain;

import org.jspecify.annotations.NullMarked;
