package org.rostrum.intake.domain;

/**
 * How much one submission may hold. Shown to respondents before they write.
 *
 * @param fieldCharacters of a text, in Unicode characters
 * @param lineCharacters of a name or another one-line field
 * @param attachments number of files
 * @param attachmentBytes of one file
 * @param attachmentsBytes of all files together
 */
public record Limits(
        int fieldCharacters, int lineCharacters, int attachments, long attachmentBytes, long attachmentsBytes) {
    public Limits {
        if (fieldCharacters < 1 || lineCharacters < 1 || attachments < 0) {
            throw new IllegalArgumentException("limits are positive");
        }
        if (attachmentBytes < 1 || attachmentsBytes < attachmentBytes) {
            throw new IllegalArgumentException("all attachments together may be at least as large as one of them");
        }
    }
}
