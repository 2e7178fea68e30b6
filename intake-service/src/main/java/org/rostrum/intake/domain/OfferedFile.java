package org.rostrum.intake.domain;

/**
 * A file as its sender describes it.
 *
 * @param fileName as named by the sender: shown to staff, never used as a path
 * @param mediaType as declared by the sender, and not believed
 * @param size in bytes, counted by us
 * @param isDisguised whether it was seen to be something else than its name says
 */
public record OfferedFile(String fileName, String mediaType, long size, boolean isDisguised) {
    public OfferedFile(String fileName, String mediaType, long size) {
        this(fileName, mediaType, size, false);
    }

    @Override
    public String toString() {
        return "OfferedFile[size=" + size + "]";
    }
}
