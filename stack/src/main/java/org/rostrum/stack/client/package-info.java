/** What the launcher asks of running services: tokens, consultations, health. */
@NullMarked
package org.rostrum.stack.client;

import org.jspecify.annotations.NullMarked;
