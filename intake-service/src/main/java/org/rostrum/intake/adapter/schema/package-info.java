/** The JSON Schema of a consultation's definition. */
@NullMarked
package org.rostrum.intake.adapter.schema;

import org.jspecify.annotations.NullMarked;
