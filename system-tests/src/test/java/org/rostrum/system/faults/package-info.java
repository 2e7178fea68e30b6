/** Nothing acknowledged is lost or doubled: kill -9, crash points and planted bugs, judged by one checker. */
@NullMarked
package org.rostrum.system.faults;

import org.jspecify.annotations.NullMarked;
