package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Path;
import org.rostrum.extraction.Response.Kind;

/** Reads plain text: one block, whose lines are told from paragraphs later. */
final class TextReader implements Reader {

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        emit(Decoding.text(file), blocks);
    }

    static void emit(String text, Blocks blocks) {
        int blank = 1;
        for (String line : text.split("\\R", -1)) {
            if (!line.isBlank()) {
                break;
            }
            blank++;
        }
        blocks.add(Kind.PARAGRAPH, 0, text, 0, blank);
    }
}
