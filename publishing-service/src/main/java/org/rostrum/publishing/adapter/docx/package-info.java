/** The consolidated document as an Office Open XML text document (ISO/IEC 29500), as secretariats edit and print it. */
@NullMarked
package org.rostrum.publishing.adapter.docx;

import org.jspecify.annotations.NullMarked;
