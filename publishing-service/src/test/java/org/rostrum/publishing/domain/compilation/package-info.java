/** Tests of the consolidated document, and the sample round that all formats are tested with. */
@NullMarked
package org.rostrum.publishing.domain.compilation;

import org.jspecify.annotations.NullMarked;
