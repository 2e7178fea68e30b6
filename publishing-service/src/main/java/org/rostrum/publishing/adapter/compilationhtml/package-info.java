/** The consolidated document as one web page without scripts, and as canonical JSON for programs. */
@NullMarked
package org.rostrum.publishing.adapter.compilationhtml;

import org.jspecify.annotations.NullMarked;
