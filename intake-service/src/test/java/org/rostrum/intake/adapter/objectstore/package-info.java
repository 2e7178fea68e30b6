@NullMarked
package org.rostrum.intake.adapter.objectstore;

import org.jspecify.annotations.NullMarked;
