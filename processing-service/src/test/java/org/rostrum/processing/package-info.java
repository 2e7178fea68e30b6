/** Tests of processing. */
@NullMarked
package org.rostrum.processing;

import org.jspecify.annotations.NullMarked;
