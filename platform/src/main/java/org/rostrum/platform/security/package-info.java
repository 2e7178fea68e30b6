/** What every response carries so that a browser runs nothing a stranger sent. */
@NullMarked
package org.rostrum.platform.security;

import org.jspecify.annotations.NullMarked;
