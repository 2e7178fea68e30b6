/** The dashboard's pages, rendered without a service around them. */
@NullMarked
package org.rostrum.processing.adapter.pages;

import org.jspecify.annotations.NullMarked;
