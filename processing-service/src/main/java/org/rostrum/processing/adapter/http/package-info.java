/** What pages and API share: who asks, from where, and what changes while they look. */
@NullMarked
package org.rostrum.processing.adapter.http;

import org.jspecify.annotations.NullMarked;
