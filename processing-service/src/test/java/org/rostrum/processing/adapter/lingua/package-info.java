/** Languages on real sentences. */
@NullMarked
package org.rostrum.processing.adapter.lingua;

import org.jspecify.annotations.NullMarked;
