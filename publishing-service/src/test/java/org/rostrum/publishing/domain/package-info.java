/** Tests. */
@NullMarked
package org.rostrum.publishing.domain;

import org.jspecify.annotations.NullMarked;
