package org.rostrum.intake.usecase;

import java.util.Optional;

/** Notes that we hand out and recognise when they come back, so that we need not remember them. Not secret, only ours. */
public interface SignedNotes {

    /** What a note is for; one made for one purpose is none for another. */
    enum Purpose {
        FORM_OPENED,
        UPLOAD,
        CHALLENGE
    }

    /** The note in a form that fits into a header, an address and a field: letters, digits, {@code - _ .}. */
    String sign(Purpose purpose, String note);

    /** The note, if the token is one of ours; empty for anything else. */
    Optional<String> read(Purpose purpose, String token);
}
