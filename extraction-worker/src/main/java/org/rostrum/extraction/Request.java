package org.rostrum.extraction;

/** A file to read, what its sender said about it, and how far to go. */
record Request(String requestId, String file, String fileName, String mediaType, Limits limits) {

    /** Bounds for one file. */
    record Limits(long maxBytes, int maxCharacters, long timeoutMillis) {}
}
