/** Tests. */
@NullMarked
package org.rostrum.publishing.adapter.http;

import org.jspecify.annotations.NullMarked;
