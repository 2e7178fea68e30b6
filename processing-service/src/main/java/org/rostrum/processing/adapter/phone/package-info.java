/** Telephone numbers by Google's libphonenumber. */
@NullMarked
package org.rostrum.processing.adapter.phone;

import org.jspecify.annotations.NullMarked;
