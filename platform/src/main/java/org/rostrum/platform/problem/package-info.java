/** RFC 9457 answers: what went wrong, what was kept, what to do next. */
@NullMarked
package org.rostrum.platform.problem;

import org.jspecify.annotations.NullMarked;
