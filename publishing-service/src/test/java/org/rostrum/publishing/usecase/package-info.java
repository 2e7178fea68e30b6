/** Tests. */
@NullMarked
package org.rostrum.publishing.usecase;

import org.jspecify.annotations.NullMarked;
