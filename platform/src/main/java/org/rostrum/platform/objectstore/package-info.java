/** One bucket of any S3 server: create once, read verified, and say plainly when the store is away. */
@NullMarked
package org.rostrum.platform.objectstore;

import org.jspecify.annotations.NullMarked;
