/** The stylesheet keeps what its documentation and the law of contrast promise. */
@NullMarked
package org.rostrum.platform.look;

import org.jspecify.annotations.NullMarked;
