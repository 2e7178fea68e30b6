/** What a version of a submission says: its sources, its passages, and where they are filed. */
@NullMarked
package org.rostrum.processing.domain.content;

import org.jspecify.annotations.NullMarked;
