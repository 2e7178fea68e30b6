/** What a submission must be to be acknowledged, and what its respondent gets back: no framework, no clock, no I/O. */
@NullMarked
package org.rostrum.intake.domain;

import org.jspecify.annotations.NullMarked;
