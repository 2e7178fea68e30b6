/** What happens to a request before anything is read of its body: who sent it, whether it may enter, how it is turned away. */
@NullMarked
package org.rostrum.intake.adapter.vertx;

import org.jspecify.annotations.NullMarked;
