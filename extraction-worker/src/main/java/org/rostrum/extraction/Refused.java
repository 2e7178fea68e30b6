package org.rostrum.extraction;

import java.io.IOException;
import org.rostrum.extraction.Response.Status;

/** A file, or a file in it, that is not read on. */
final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    private final Status status;

    Refused(Status status, String reason) {
        super(reason);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
