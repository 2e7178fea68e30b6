package org.rostrum.processing.usecase;

import java.util.Map;
import org.rostrum.contracts.EventCodec;

/**
 * An event exactly as it came.
 *
 * @param headers CloudEvents attributes
 * @param json the data
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are to stay exactly as they came
public record RawEvent(String topic, String key, Map<String, String> headers, byte[] json) {
    public RawEvent {
        headers = Map.copyOf(headers);
    }

    public EventCodec.Decoded decoded() throws EventCodec.Undecodable {
        return EventCodec.decode(headers, json);
    }
}
