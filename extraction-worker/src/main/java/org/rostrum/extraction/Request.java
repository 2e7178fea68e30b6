package org.rostrum.extraction;

import java.util.List;

/**
 * A file to read, what its sender said about it, and how far to go.
 *
 * @param languages in which pictures of text are likely written (BCP 47), the likeliest first
 */
record Request(
        String requestId, String file, String fileName, String mediaType, Limits limits, List<String> languages) {

    Request {
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    Request(String requestId, String file, String fileName, String mediaType, Limits limits) {
        this(requestId, file, fileName, mediaType, limits, List.of());
    }

    /**
     * Bounds for one file.
     *
     * @param timeoutMillis by the clock on the wall
     * @param cpuMillis of all processors together, without those of programs that were started
     * @param maxDepth of files inside files; 1 is a document inside an archive or a mail
     */
    record Limits(long maxBytes, int maxCharacters, long timeoutMillis, long cpuMillis, int maxDepth) {

        private static final int USUAL_DEPTH = 2;

        /** As much processor time as time. */
        Limits(long maxBytes, int maxCharacters, long timeoutMillis) {
            this(maxBytes, maxCharacters, timeoutMillis, timeoutMillis, USUAL_DEPTH);
        }
    }
}
