/** The consolidated document of a round, as a pure function of what was cleared. */
@NullMarked
package org.rostrum.publishing.domain.compilation;

import org.jspecify.annotations.NullMarked;
