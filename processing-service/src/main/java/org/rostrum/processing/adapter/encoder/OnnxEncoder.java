package org.rostrum.processing.adapter.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rostrum.processing.usecase.Encoder;

/** A sentence encoder as an ONNX file with its tokenizer's JSON file, run in this process: mean of the tokens' places. */
public final class OnnxEncoder implements Encoder, AutoCloseable {
    /** A text of which more is unknown to the tokenizer says nothing to the encoder. House choice. */
    private static final double UNREADABLE = 0.25;

    private final String version;
    private final Prefixes prefixes;
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;
    private final ExecutorService threads;
    private final int dimension;

    private OnnxEncoder(
            String version, Prefixes prefixes, HuggingFaceTokenizer tokenizer, OrtSession session, int threads)
            throws OrtException {
        this.version = version;
        this.prefixes = prefixes;
        this.tokenizer = tokenizer;
        this.session = session;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("encoder-", 1).factory());
        this.dimension = dimension(session);
    }

    /**
     * Loads an encoder; takes about a second.
     *
     * @param version names the model
     * @param threads how many texts are worked on at a time
     * @param longest in tokens; of a longer text the beginning counts
     */
    public static OnnxEncoder of(
            String version, byte[] model, byte[] tokenizer, Prefixes prefixes, int threads, int longest) {
        NativeLibraries.prepare();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(false);
            var settings = Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(longest));
            return new OnnxEncoder(
                    version + ":" + longest + ":alone:" + prefixes.fingerprint(),
                    prefixes,
                    HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(tokenizer), settings),
                    OrtEnvironment.getEnvironment().createSession(model, options),
                    threads);
        } catch (OrtException e) {
            throw new IllegalArgumentException("The encoder's model cannot be loaded: is it an ONNX file?", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder's tokenizer cannot be read.", e);
        }
    }

    private static int dimension(OrtSession session) throws OrtException {
        var output = session.getOutputInfo().values().iterator().next().getInfo();
        if (!(output instanceof TensorInfo tensor)) {
            throw new IllegalArgumentException("The encoder's model gives no numbers for a text.");
        }
        long[] shape = tensor.getShape();
        long last = shape[shape.length - 1];
        if (last < 1) {
            throw new IllegalArgumentException(
                    "The encoder's model does not say how many numbers it gives for a text.");
        }
        return (int) last;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public List<float[]> encode(List<String> texts, Role role) {
        Encoding[] tokens = tokenizer.batchEncode(
                texts.stream().map(text -> prefixes.before(role) + text).toList(), true, false);
        float[][] places = new float[texts.size()][];
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < tokens.length; i++) {
            int which = i;
            working.add(threads.submit(() -> places[which] = place(tokens[which])));
        }
        working.forEach(OnnxEncoder::await);
        return List.of(places);
    }

    /**
     * Each text by itself: a quantised model reckons with the whole batch, so that beside others the same text would lie
     * elsewhere. It costs no more, for nothing is padded (docs/quality.md).
     */
    private float[] place(Encoding text) {
        return isReadable(text) ? Lengths.unit(new TokenBatch(List.of(text.getIds())).run(session)[0]) : new float[0];
    }

    private static void await(Future<?> text) {
        try {
            text.get();
        } catch (ExecutionException e) {
            throw new CompletionException("The encoder failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while encoding.", e);
        }
    }

    private static boolean isReadable(Encoding text) {
        String[] words = text.getTokens();
        long unknown = Arrays.stream(words)
                .filter(word -> word.equals("[UNK]") || word.equals("<unk>"))
                .count();
        return unknown <= UNREADABLE * words.length;
    }

    @Override
    public void close() {
        threads.close();
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder could not be closed.", e);
        }
    }
}
