@NullMarked
package org.rostrum.intake.adapter.http;

import org.jspecify.annotations.NullMarked;
