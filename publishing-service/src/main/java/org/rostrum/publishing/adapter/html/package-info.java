/** What people read: pages in HTML, without scripts, with every text of a stranger shown as text. */
@NullMarked
package org.rostrum.publishing.adapter.html;

import org.jspecify.annotations.NullMarked;
