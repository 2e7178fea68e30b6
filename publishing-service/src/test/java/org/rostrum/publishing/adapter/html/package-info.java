/** Tests. */
@NullMarked
package org.rostrum.publishing.adapter.html;

import org.jspecify.annotations.NullMarked;
