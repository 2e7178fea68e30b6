/** Main classes of the infrastructure processes that are JVMs of our own. */
@NullMarked
package org.rostrum.stack.node;

import org.jspecify.annotations.NullMarked;
