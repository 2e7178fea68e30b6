package org.rostrum.publishing.adapter.compilationhtml;

import java.nio.charset.StandardCharsets;
import org.rostrum.publishing.domain.compilation.Compilation;
import org.rostrum.publishing.domain.compilation.CompilationRenderer;
import org.rostrum.publishing.domain.compilation.PrintedDocument;

/** The compilation as one accessible web page: landmarks, a table of contents, no scripts, no inline styles. */
public final class HtmlCompilations implements CompilationRenderer {
    @Override
    public String format() {
        return "html";
    }

    @Override
    public String mediaType() {
        return "text/html; charset=utf-8";
    }

    @Override
    public byte[] render(Compilation compilation) {
        var page = new WebPage(PrintedDocument.of(compilation)).markup();
        return page.getBytes(StandardCharsets.UTF_8);
    }
}
