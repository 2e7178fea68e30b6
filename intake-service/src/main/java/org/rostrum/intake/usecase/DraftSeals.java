package org.rostrum.intake.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.rostrum.intake.domain.DraftToken;

/** Makes of a draft what only the holder of its link can read. */
public interface DraftSeals {

    DraftToken newToken();

    /** The draft's name in the store: follows from the token and does not tell it. */
    String name(DraftToken token);

    /** The context is authenticated with it: what is sealed for one place opens at no other. */
    byte[] seal(DraftToken token, String context, byte[] open);

    /** Throws {@link Broken} if it was changed, or sealed for another token or context. */
    byte[] open(DraftToken token, String context, byte[] sealed);

    /** The same for a file of any size, in bounded memory; each context is used once. */
    void seal(DraftToken token, String context, Path open, Path sealed) throws IOException;

    /** The file is to be trusted only if this returns. */
    void open(DraftToken token, String context, InputStream sealed, Path open) throws IOException;

    /** A sealed object was changed or is cut short. */
    final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
