package org.rostrum.publishing.domain.compilation;

/** One file format of the consolidated document. Equal compilations give equal bytes, on every machine with the same fonts. */
public interface CompilationRenderer {
    /** Short name of the format and its file extension: {@code docx}, {@code pdf}, {@code html}, {@code json}. */
    String format();

    /** Media type under which it is served. */
    String mediaType();

    byte[] render(Compilation compilation);
}
