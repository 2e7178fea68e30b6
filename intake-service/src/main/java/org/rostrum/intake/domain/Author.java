package org.rostrum.intake.domain;

/**
 * The account of staff that changed something.
 *
 * @param subject opaque and lasting, as the login server gives it
 * @param name as the login server showed it then; for the audit trail, never in events or logs
 */
public record Author(String subject, String name) {
    @Override
    public String toString() {
        return "Author[" + subject + "]";
    }
}
