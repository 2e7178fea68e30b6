package org.rostrum.processing.usecase;

import java.nio.file.Path;
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
}
