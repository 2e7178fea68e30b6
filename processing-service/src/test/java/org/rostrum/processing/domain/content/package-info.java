/** Tests of what a version says and how two of them differ. */
@NullMarked
package org.rostrum.processing.domain.content;

import org.jspecify.annotations.NullMarked;
