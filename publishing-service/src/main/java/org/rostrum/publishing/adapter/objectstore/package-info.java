/** Artefacts, site and documents in buckets of an object store. */
@NullMarked
package org.rostrum.publishing.adapter.objectstore;

import org.jspecify.annotations.NullMarked;
