package org.rostrum.processing.usecase;

import java.util.Optional;

/** Tells the language of a text. */
public interface Languages {

    /** The BCP 47 code of the text's language, or empty when it is too short or too mixed to tell. */
    Optional<String> detect(String text);
}
