/** What programs read: Atom, JSON Feed, site maps. */
@NullMarked
package org.rostrum.publishing.adapter.feed;

import org.jspecify.annotations.NullMarked;
