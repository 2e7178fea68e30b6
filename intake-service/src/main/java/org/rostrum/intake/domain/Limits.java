package org.rostrum.intake.domain;

/**
 * How much one submission may hold. Shown to respondents before they write.
 *
 * @param fieldCharacters of a text, in Unicode characters
 * @param lineCharacters of a name or another one-line field
 * @param attachments number of files
 * @param attachmentBytes of one file
 * @param attachmentsBytes of all files together
 * @param textsBytes of all texts together, in UTF-8; so much of one request may lie in memory
 */
public record Limits(
        int fieldCharacters,
        int lineCharacters,
        int attachments,
        long attachmentBytes,
        long attachmentsBytes,
        long textsBytes) {
    private static final int FULL_FIELDS = 5;
    private static final int BYTES_OF_A_CHARACTER = 4;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MOST_TEXTS = 16 * MEBIBYTE;

    public Limits {
        if (textsBytes < (long) fieldCharacters * BYTES_OF_A_CHARACTER || textsBytes > MOST_TEXTS) {
            throw new IllegalArgumentException(
                    "all texts together may be at least as large as one field of four-byte characters, and at most 16 MiB");
        }
        if (fieldCharacters < 1 || lineCharacters < 1 || attachments < 0) {
            throw new IllegalArgumentException("limits are positive");
        }
        if (attachmentBytes < 1 || attachmentsBytes < attachmentBytes) {
            throw new IllegalArgumentException("all attachments together may be at least as large as one of them");
        }
    }

    /** With what follows from the limit of a field: {@link #textsOf}. */
    public Limits(
            int fieldCharacters, int lineCharacters, int attachments, long attachmentBytes, long attachmentsBytes) {
        this(fieldCharacters, lineCharacters, attachments, attachmentBytes, attachmentsBytes, textsOf(fieldCharacters));
    }

    /** Room for five full fields of the largest characters, in whole MiB: 4 MiB for 200,000 characters. */
    public static long textsOf(int fieldCharacters) {
        long bytes = (long) FULL_FIELDS * BYTES_OF_A_CHARACTER * fieldCharacters;
        return Math.min(MOST_TEXTS, Math.ceilDiv(bytes, MEBIBYTE) * MEBIBYTE);
    }
}
