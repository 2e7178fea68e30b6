/** Words and their stems by Apache Lucene's analysers. */
@NullMarked
package org.rostrum.processing.adapter.lucene;

import org.jspecify.annotations.NullMarked;
