/** Secrets at start: present, and not the ones of the demonstration. */
@NullMarked
package org.rostrum.platform.secret;

import org.jspecify.annotations.NullMarked;
