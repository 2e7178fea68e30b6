@NullMarked
package org.rostrum.processing.domain.duplicates;

import org.jspecify.annotations.NullMarked;
