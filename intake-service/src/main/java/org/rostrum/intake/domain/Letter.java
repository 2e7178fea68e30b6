package org.rostrum.intake.domain;

/**
 * A mail to a respondent, ready to be posted. Holds personal data, so {@link #toString} shows only its id.
 *
 * @param id the same for the same mail, however often it is posted; the local part of its Message-ID
 * @param to one address
 * @param fileName of the attached receipt
 * @param file the receipt as canonical JSON
 */
public record Letter(String id, String to, String subject, String text, String html, String fileName, String file) {
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
