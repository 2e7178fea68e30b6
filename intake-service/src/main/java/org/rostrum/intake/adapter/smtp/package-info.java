/** Mail: the way to respondents' mailboxes over SMTP, and its health. */
@NullMarked
package org.rostrum.intake.adapter.smtp;

import org.jspecify.annotations.NullMarked;
