/** What one state directory remembers: its layout, ports, secrets and endpoints. */
@NullMarked
package org.rostrum.stack.state;

import org.jspecify.annotations.NullMarked;
