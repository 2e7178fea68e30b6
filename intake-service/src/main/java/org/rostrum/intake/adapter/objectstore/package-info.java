/** Manifests and attachments in intake's bucket of the object store. */
@NullMarked
package org.rostrum.intake.adapter.objectstore;

import org.jspecify.annotations.NullMarked;
