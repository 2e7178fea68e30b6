/** What deploy/ declares: topics and buckets. */
@NullMarked
package org.rostrum.stack.declared;

import org.jspecify.annotations.NullMarked;
