/** The consolidated document as an accessible PDF for archives (PDF/UA-1, PDF/A-3u). */
@NullMarked
package org.rostrum.publishing.adapter.pdf;

import org.jspecify.annotations.NullMarked;
