/** Tests of what the API says. */
@NullMarked
package org.rostrum.processing.adapter.http.api;

import org.jspecify.annotations.NullMarked;
