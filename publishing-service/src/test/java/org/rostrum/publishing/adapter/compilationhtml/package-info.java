/** Tests of the format. */
@NullMarked
package org.rostrum.publishing.adapter.compilationhtml;

import org.jspecify.annotations.NullMarked;
