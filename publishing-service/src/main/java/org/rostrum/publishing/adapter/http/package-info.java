/** The public site and its API over HTTP: everything is public, and nothing can be changed. */
@NullMarked
package org.rostrum.publishing.adapter.http;

import org.jspecify.annotations.NullMarked;
