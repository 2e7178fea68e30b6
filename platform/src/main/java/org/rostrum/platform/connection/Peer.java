package org.rostrum.platform.connection;

/**
 * What the other side of one connection is about, and whether it takes too long. Times are of one monotonic clock, in
 * nanoseconds.
 */
final class Peer {
    /** What is to be done about a connection. */
    enum Verdict {
        FINE,
        SLOW_HEADERS,
        SLOW_BODY,
        SLOW_READER,
        IDLE
    }

    private enum Sending {
        NOTHING,
        HEADERS,
        BODY
    }

    private final Pace pace;
    private Sending sending = Sending.HEADERS;
    private long since;
    private long received;
    private int unanswered;
    private long unreadSince;
    private long unreadMark;

    Peer(Pace pace, long now) {
        this.pace = pace;
        this.since = now;
        this.unreadSince = now;
    }

    /** Bytes came in, before anybody knows what they mean. */
    void received(long bytes, long now) {
        if (sending == Sending.NOTHING) {
            turnTo(Sending.HEADERS, now);
        }
        received += bytes;
    }

    void headersComplete(long now) {
        unanswered++;
        turnTo(Sending.BODY, now);
    }

    void requestComplete(long now) {
        turnTo(Sending.NOTHING, now);
    }

    void answered(long now) {
        unanswered--;
        if (sending == Sending.NOTHING) {
            since = now;
        }
    }

    boolean isSendingBody() {
        return sending == Sending.BODY;
    }

    private void turnTo(Sending next, long now) {
        sending = next;
        since = now;
        received = 0;
    }

    /**
     * Asked about once a second.
     *
     * @param weRead whether we are reading: nobody is slow while we do not listen
     * @param unread bytes of answers that have not left yet
     * @param mark changes whenever one of them leaves
     */
    Verdict look(long now, boolean weRead, long unread, long mark) {
        if (isStuck(now, unread, mark)) {
            return Verdict.SLOW_READER;
        }
        if (!weRead) {
            since = now;
            received = 0;
            return Verdict.FINE;
        }
        return switch (sending) {
            case HEADERS -> now - since >= pace.headers() ? Verdict.SLOW_HEADERS : Verdict.FINE;
            case BODY -> lookAtBody(now);
            case NOTHING -> unanswered <= 0 && now - since >= pace.idle() ? Verdict.IDLE : Verdict.FINE;
        };
    }

    private boolean isStuck(long now, long unread, long mark) {
        if (unread == 0 || mark != unreadMark) {
            unreadMark = mark;
            unreadSince = now;
        }
        return now - unreadSince >= pace.unread();
    }

    private Verdict lookAtBody(long now) {
        if (now - since < pace.bodyWindow()) {
            return Verdict.FINE;
        }
        boolean slow = received < pace.bytesPerWindow();
        turnTo(Sending.BODY, now);
        return slow ? Verdict.SLOW_BODY : Verdict.FINE;
    }
}
