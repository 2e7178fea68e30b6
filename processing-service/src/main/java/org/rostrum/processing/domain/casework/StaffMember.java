package org.rostrum.processing.domain.casework;

/**
 * Who decides.
 *
 * @param subject opaque and stable; the only part that leaves this service
 * @param name as colleagues know them, for the case's history
 */
public record StaffMember(String subject, String name) {
    public StaffMember {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("a staff member has a subject");
        }
    }

    @Override
    public String toString() {
        return "StaffMember[" + subject + "]";
    }
}
