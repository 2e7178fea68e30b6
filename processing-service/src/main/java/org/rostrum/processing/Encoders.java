package org.rostrum.processing;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.rostrum.processing.adapter.encoder.EncoderFiles;
import org.rostrum.processing.adapter.encoder.HttpEncoder;
import org.rostrum.processing.adapter.encoder.NoEncoder;
import org.rostrum.processing.adapter.encoder.Prefixes;
import org.rostrum.processing.usecase.Encoder;

/** The encoder that an operator chose. */
final class Encoders {
    private Encoders() {}

    static Encoder of(ProcessingConfig.Encoder config) {
        return switch (config.kind()) {
            case BUILT_IN -> EncoderFiles.builtIn(config.threads());
            case ONNX -> {
                Path model = needed(config.model(), "ROSTRUM_ENCODER_MODEL");
                Path tokenizer = config.tokenizer().orElse(model.resolveSibling("tokenizer.json"));
                yield EncoderFiles.at(model, tokenizer, prefixes(config), config.threads());
            }
            case HTTP -> {
                URI url = needed(config.url(), "ROSTRUM_ENCODER_URL");
                var endpoint = new HttpEncoder.Endpoint(
                        url, config.modelName(), config.key().orElse(""), config.dimension());
                yield new HttpEncoder(endpoint, prefixes(config));
            }
            case NONE -> new NoEncoder();
        };
    }

    private static Prefixes prefixes(ProcessingConfig.Encoder config) {
        return new Prefixes(prefix(config.queryPrefix()), prefix(config.passagePrefix()));
    }

    private static String prefix(String configured) {
        return configured.equals("none") ? "" : configured;
    }

    private static <T> T needed(Optional<T> setting, String variable) {
        return setting.orElseThrow(
                () -> new IllegalStateException("This kind of encoder needs " + variable + " to be set."));
    }
}
