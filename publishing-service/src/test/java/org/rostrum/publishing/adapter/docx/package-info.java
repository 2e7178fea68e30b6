/** Tests of the format. */
@NullMarked
package org.rostrum.publishing.adapter.docx;

import org.jspecify.annotations.NullMarked;
