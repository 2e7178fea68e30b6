package org.rostrum.processing.usecase;

import java.nio.file.Path;
import java.util.List;
import org.rostrum.processing.domain.text.Extraction;

/** Reads the text out of files that strangers sent. */
public interface Extractions {

    /**
     * Reads a file. Whatever is in it, the answer is a value; an exception means that this installation is broken or was
     * interrupted, and says nothing about the file.
     *
     * @param fileName as the sender called it; a hint only
     * @param mediaType as the sender declared it; a hint only
     */
    Extraction extract(Path file, String fileName, String mediaType);

    /**
     * The same, where it is known in which languages people likely wrote: pictures of text are read in these.
     *
     * @param languages BCP 47, the likeliest first
     */
    default Extraction extract(Path file, String fileName, String mediaType, List<String> languages) {
        return extract(file, fileName, mediaType);
    }
}
