package org.rostrum.processing.adapter.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts as token numbers, padded to one length, that an ONNX model reads at once. */
final class TokenBatch {
    private final List<long[]> texts;
    private final int longest;

    TokenBatch(List<long[]> texts) {
        this.texts = List.copyOf(texts);
        this.longest = texts.stream().mapToInt(text -> text.length).max().orElse(0);
    }

    /** One place for each text: the mean of its tokens', or what the model itself gives for the whole. */
    float[][] run(OrtSession session) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                inputs.put(name, tensor(values(name)));
            }
            try (var result = session.run(inputs)) {
                return places(result.get(0).getValue());
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder's model failed.", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), new long[] {texts.size(), longest});
    }

    private long[] values(String input) {
        long[] values = new long[texts.size() * longest];
        for (int i = 0; i < texts.size(); i++) {
            long[] text = texts.get(i);
            for (int t = 0; t < text.length; t++) {
                values[i * longest + t] = switch (input) {
                    case "input_ids" -> text[t];
                    case "attention_mask" -> 1;
                    case "token_type_ids" -> 0;
                    default ->
                        throw new IllegalArgumentException("The encoder's model wants an unknown input " + input);
                };
            }
        }
        return values;
    }

    private float[][] places(Object value) {
        return switch (value) {
            case float[][] whole -> whole;
            case float[][][] tokens -> means(tokens);
            default -> throw new IllegalArgumentException("The encoder's model gives no numbers for a text.");
        };
    }

    private float[][] means(float[][][] tokens) {
        float[][] means = new float[tokens.length][];
        for (int i = 0; i < tokens.length; i++) {
            int length = texts.get(i).length;
            float[] sum = new float[tokens[i][0].length];
            for (int t = 0; t < length; t++) {
                for (int d = 0; d < sum.length; d++) {
                    sum[d] += tokens[i][t][d] / length;
                }
            }
            means[i] = sum;
        }
        return means;
    }
}
