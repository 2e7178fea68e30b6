/** Operating system processes that outlive the launcher and are never mistaken for one another. */
@NullMarked
package org.rostrum.stack.process;

import org.jspecify.annotations.NullMarked;
