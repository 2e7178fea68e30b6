/** Tests of the format. */
@NullMarked
package org.rostrum.publishing.adapter.pdf;

import org.jspecify.annotations.NullMarked;
