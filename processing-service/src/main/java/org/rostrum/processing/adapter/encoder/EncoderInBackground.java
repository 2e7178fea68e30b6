package org.rostrum.processing.adapter.encoder;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rostrum.processing.usecase.Encoder;

/** An encoder that is loaded while the service starts; whoever needs it first waits. One that cannot be loaded is absent. */
public final class EncoderInBackground implements Encoder, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EncoderInBackground.class);

    private final CompletableFuture<Encoder> loading;

    public EncoderInBackground(Supplier<Encoder> load) {
        this.loading = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("encoder-loading").start(() -> load(load));
    }

    private void load(Supplier<Encoder> load) {
        try {
            loading.complete(load.get());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The encoder cannot be loaded; passages are filed by their words alone until this is mended.", e);
            loading.complete(new NoEncoder());
        }
    }

    @Override
    public String version() {
        return loading.join().version();
    }

    @Override
    public int dimension() {
        return loading.join().dimension();
    }

    @Override
    public List<float[]> encode(List<String> texts, Role role) {
        return loading.join().encode(texts, role);
    }

    @Override
    public void close() {
        if (loading.join() instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.debug("The encoder could not be closed.", e);
            }
        }
    }
}
