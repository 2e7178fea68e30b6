package org.rostrum.platform.objectstore;

import java.io.IOException;

/** The source of a copy failed, as opposed to its target. */
final class BrokenRead extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenRead(IOException cause) {
        super(cause);
    }
}
