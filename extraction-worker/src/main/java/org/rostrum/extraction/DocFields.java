package org.rostrum.extraction;

import java.util.ArrayDeque;
import java.util.Deque;

/** The fields of a DOC that are open, which may go over several paragraphs ([MS-DOC] 2.8.25). */
final class DocFields {

    /** The innermost first: whether what comes is still the code and not yet the result. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private int codes;

    void begin() {
        push(true);
    }

    void separate() {
        end();
        push(false);
    }

    void end() {
        Boolean ended = open.poll();
        if (ended != null && ended) {
            codes--;
        }
    }

    /** Whether what comes is not shown. */
    boolean isCode() {
        return codes > 0;
    }

    private void push(boolean isCode) {
        open.push(isCode);
        codes += isCode ? 1 : 0;
    }
}
