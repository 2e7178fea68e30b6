/** The platform inside a running Quarkus: what a client sees. */
@NullMarked
package org.rostrum.platform.http;

import org.jspecify.annotations.NullMarked;
