package org.rostrum.publishing.adapter.compilationhtml;

import org.rostrum.contracts.Json;
import org.rostrum.publishing.domain.compilation.Compilation;
import org.rostrum.publishing.domain.compilation.CompilationRenderer;

/** The compilation as canonical JSON (names sorted, no white space), which names its schema. */
public final class JsonCompilations implements CompilationRenderer {
    @Override
    public String format() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public byte[] render(Compilation compilation) {
        return Json.writeCanonical(compilation);
    }
}
