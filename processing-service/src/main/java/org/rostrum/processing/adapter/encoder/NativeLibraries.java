package org.rostrum.processing.adapter.encoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** How the tokenizer's native library is loaded: never from the network, never from a folder that others can write. */
final class NativeLibraries {
    private NativeLibraries() {}

    static synchronized void prepare() {
        // The library would otherwise report its use to its makers.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (System.getenv("ENGINE_CACHE_DIR") == null && System.getProperty("ENGINE_CACHE_DIR") == null) {
            try {
                var folder = Files.createTempDirectory("rostrum-encoder-");
                System.setProperty("ENGINE_CACHE_DIR", folder.toString());
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> Folders.delete(folder)));
            } catch (IOException e) {
                throw new UncheckedIOException("No temporary folder could be made for the encoder's library.", e);
            }
        }
    }
}
