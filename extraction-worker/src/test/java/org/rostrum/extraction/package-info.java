/** Tests of the worker on documents that they make themselves. */
@NullMarked
package org.rostrum.extraction;

import org.jspecify.annotations.NullMarked;
