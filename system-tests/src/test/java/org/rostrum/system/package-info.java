/** The running system as its users meet it: started by {@code ./rostrum}, met by HTTP and in a real browser. */
@NullMarked
package org.rostrum.system;

import org.jspecify.annotations.NullMarked;
