/** Tests. */
@NullMarked
package org.rostrum.publishing.adapter.feed;

import org.jspecify.annotations.NullMarked;
