/** The layers of every service as rules that can fail; each is shown to fail on the specimens beside it. */
@NullMarked
package org.rostrum.architecture;

import org.jspecify.annotations.NullMarked;
