/** What publishing does: take events, check what was cleared, write the site, tell the others, issue compilations. */
@NullMarked
package org.rostrum.publishing.usecase;

import org.jspecify.annotations.NullMarked;
