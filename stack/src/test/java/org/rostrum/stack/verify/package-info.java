@NullMarked
package org.rostrum.stack.verify;

import org.jspecify.annotations.NullMarked;
