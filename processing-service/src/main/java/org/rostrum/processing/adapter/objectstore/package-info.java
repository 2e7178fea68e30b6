/** Manifests, attachments and public forms in the object store. */
@NullMarked
package org.rostrum.processing.adapter.objectstore;

import org.jspecify.annotations.NullMarked;
