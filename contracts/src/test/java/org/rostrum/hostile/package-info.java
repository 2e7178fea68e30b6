/** Files that nobody should open, made on the spot: shared by the tests of every module that meets strangers' files. */
@NullMarked
package org.rostrum.hostile;

import org.jspecify.annotations.NullMarked;
