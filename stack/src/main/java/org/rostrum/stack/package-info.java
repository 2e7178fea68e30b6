/** The verbs of the rostrum command, and the fixture that gives other modules' tests a real stack. */
@NullMarked
package org.rostrum.stack;

import org.jspecify.annotations.NullMarked;
