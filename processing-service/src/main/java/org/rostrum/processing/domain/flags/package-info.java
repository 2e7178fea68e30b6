/** What a person must look at before a text goes public: personal data, and words that hurt or threaten. */
@NullMarked
package org.rostrum.processing.domain.flags;

import org.jspecify.annotations.NullMarked;
