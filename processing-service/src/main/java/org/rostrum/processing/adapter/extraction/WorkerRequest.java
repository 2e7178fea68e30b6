package org.rostrum.processing.adapter.extraction;

import java.nio.file.Path;

/** A request of the worker's protocol, version 1 (see org.rostrum.extraction). */
record WorkerRequest(String requestId, String file, String fileName, String mediaType, Limits limits) {

    private static final int LONGEST_HINT = 100;

    record Limits(long maxBytes, int maxCharacters, long timeoutMillis) {}

    static WorkerRequest of(String requestId, Path file, String fileName, String mediaType, WorkerSettings settings) {
        return new WorkerRequest(
                requestId,
                file.toAbsolutePath().toString(),
                hint(fileName),
                hint(mediaType),
                new Limits(
                        settings.maxBytes(),
                        settings.maxCharacters(),
                        settings.timeout().toMillis()));
    }

    /** What a stranger wrote, cut to what a hint needs: its end, in plain letters. */
    private static String hint(String claimed) {
        String end = claimed.substring(Math.max(0, claimed.length() - LONGEST_HINT));
        return end.replaceAll("[^\\x20-\\x7E]", "_");
    }
}
