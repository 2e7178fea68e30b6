package org.rostrum.processing.adapter.extraction;

import java.nio.file.Path;
import java.util.List;

/** A request of the worker's protocol, version 1 (see org.rostrum.extraction). */
record WorkerRequest(
        String requestId, String file, String fileName, String mediaType, Limits limits, List<String> languages) {

    private static final int LONGEST_HINT = 100;

    record Limits(long maxBytes, int maxCharacters, long timeoutMillis, long cpuMillis, int maxDepth) {}

    static WorkerRequest of(
            String requestId, Path file, String fileName, String mediaType, WorkerSettings.Limits limits) {
        return new WorkerRequest(
                requestId,
                file.toAbsolutePath().toString(),
                hint(fileName),
                hint(mediaType),
                new Limits(
                        limits.maxBytes(),
                        limits.maxCharacters(),
                        limits.timeout().toMillis(),
                        limits.cpu().toMillis(),
                        limits.maxDepth()),
                List.of());
    }

    WorkerRequest at(Path place) {
        return new WorkerRequest(requestId, place.toAbsolutePath().toString(), fileName, mediaType, limits, languages);
    }

    /** Pictures of text are likely in these languages. */
    WorkerRequest in(List<String> likely) {
        return new WorkerRequest(requestId, file, fileName, mediaType, limits, likely);
    }

    /** What a stranger wrote, cut to what a hint needs: its end, in plain letters. */
    private static String hint(String claimed) {
        String end = claimed.substring(Math.max(0, claimed.length() - LONGEST_HINT));
        return end.replaceAll("[^\\x20-\\x7E]", "_");
    }
}
