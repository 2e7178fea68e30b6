package org.rostrum.processing.adapter.postgres;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.processing.usecase.Places;

/** Half-precision numbers, two bytes each: less than the encoder's own uncertainty is lost. */
record PostgresPlaces(Sql sql) implements Places {

    @Override
    public Map<String, float[]> find(String encoder, Collection<String> hashes) {
        Map<String, float[]> found = new HashMap<>();
        sql.query(
                "select text_hash, place from place where encoder = ? and text_hash = any(?)",
                row -> found.put(row.getString("text_hash"), numbers(row.getBytes("place"))),
                encoder,
                new Sql.TextArray(List.copyOf(hashes)));
        return found;
    }

    @Override
    public void forget(Collection<String> hashes) {
        sql.update("delete from place where text_hash = any(?)", new Sql.TextArray(List.copyOf(hashes)));
    }

    @Override
    public void keep(String encoder, Map<String, float[]> byHash) {
        sql.batch(
                "insert into place (encoder, text_hash, place) values (?, ?, ?) on conflict do nothing",
                byHash.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> Sql.row(encoder, entry.getKey(), bytes(entry.getValue())))
                        .toList());
    }

    private static byte[] bytes(float[] numbers) {
        var bytes = ByteBuffer.allocate(2 * numbers.length);
        for (float number : numbers) {
            bytes.putShort(Float.floatToFloat16(number));
        }
        return bytes.array();
    }

    private static float[] numbers(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        float[] numbers = new float[bytes.length / 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.float16ToFloat(buffer.getShort());
        }
        return numbers;
    }
}
