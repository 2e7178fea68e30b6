package org.rostrum.platform.objectstore;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Takes "no such key" and "there already" from the server's answer before the client reads its XML: the client makes a new
 * reader for every one and scans its own classes by reflection, which took more processor time than all else that intake did.
 */
final class EverydayRefusals implements Interceptor {
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final String NO_SUCH_KEY = "<Code>NoSuchKey</Code>";
    private static final long LONGEST_ERROR = 4096;

    /** Which of the two it was. */
    enum Kind {
        ABSENT,
        TAKEN
    }

    /** Passes through the client as a failure of the connection would. */
    private static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        private final Kind kind;

        Refusal(Kind kind) {
            super(kind.name());
            this.kind = kind;
        }
    }

    /** The refusal behind what the client threw, if it was one. */
    static Optional<Kind> behind(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(Refusal.class::isInstance)
                .map(refusal -> ((Refusal) refusal).kind)
                .findFirst();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() == PRECONDITION_FAILED) {
            response.close();
            throw new Refusal(Kind.TAKEN);
        }
        if (response.code() == NOT_FOUND
                && response.peekBody(LONGEST_ERROR).string().contains(NO_SUCH_KEY)) {
            response.close();
            throw new Refusal(Kind.ABSENT);
        }
        return response;
    }
}
