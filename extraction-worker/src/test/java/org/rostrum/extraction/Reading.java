package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rostrum.extraction.Response.Flag;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Found;
import org.rostrum.extraction.Response.Kind;

/** What the worker makes of a file, in a form that tests compare. */
record Reading(Response response) {

    private static final Request.Limits LIMITS = new Request.Limits(20_000_000, 1_000_000, 60_000);

    static Reading of(byte[] content, String name) throws IOException {
        return of(new Extractor(), content, name);
    }

    static Reading of(Extractor extractor, byte[] content, String name, String... languages) throws IOException {
        Path file = Files.createTempFile("received-", ".bin");
        try {
            Files.write(file, content);
            return new Reading(extractor.extract(
                    new Request("1", file.toString(), name, "application/octet-stream", LIMITS, List.of(languages))));
        } finally {
            Files.delete(file);
        }
    }

    /** Each block that is no furniture as {@code kind text}, a heading with its level. */
    List<String> lines() {
        return response.blocks().stream()
                .filter(block -> block.kind() != Kind.FURNITURE)
                .map(block -> block.kind().code() + (block.level() > 0 ? block.level() : "") + " " + block.text())
                .toList();
    }

    List<String> furniture() {
        return response.blocks().stream()
                .filter(block -> block.kind() == Kind.FURNITURE)
                .map(Found::text)
                .toList();
    }

    List<String> texts() {
        return response.blocks().stream().map(Found::text).toList();
    }

    Map<FlagKind, Integer> flags() {
        return response.flags().stream().collect(Collectors.toMap(Flag::kind, Flag::count));
    }

    /** {@code part page number} of the block with these words. */
    String placeOf(String words) {
        return response.blocks().stream()
                .filter(block -> block.text().contains(words))
                .map(block -> response.parts().get(block.part()).name() + " " + block.page() + " " + block.number())
                .findFirst()
                .orElse("none");
    }
}
