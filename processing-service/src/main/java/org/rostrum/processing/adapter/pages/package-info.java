/** The dashboard: HTML pages on which staff see cases, move passages and decide; everything works without JavaScript. */
@NullMarked
package org.rostrum.processing.adapter.pages;

import org.jspecify.annotations.NullMarked;
