/** The setup is shown to notice a store that breaks its promise. */
@NullMarked
package org.rostrum.setup;

import org.jspecify.annotations.NullMarked;
