package org.rostrum.contracts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events as CloudEvents 1.0 in Kafka's binary mode: attributes in {@code ce_} headers, data as JSON in the value. */
public final class EventCodec {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";

    private EventCodec() {}

    /**
     * One event ready for its topic.
     *
     * @param topic name of the topic
     * @param key record key: consultation, submission or round, so that what belongs together stays in order
     * @param headers CloudEvents attributes
     * @param json the data; UTF-8 on the wire
     */
    public record Encoded(String topic, String key, Map<String, String> headers, String json) {}

    /**
     * One event as it was read.
     *
     * @param id unique per event; readers use it to recognise repetition
     */
    public record Decoded(String id, Instant time, Event event) {}

    /** The record does not hold an event that this version understands. */
    public static final class Undecodable extends Exception {
        Undecodable(String message) {
            super(message);
        }

        Undecodable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public static Encoded encode(String id, Instant time, Event event) {
        var topic = Topic.of(event);
        var headers = new LinkedHashMap<String, String>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, id);
        headers.put(TYPE, EventType.of(event).wireName());
        headers.put(SOURCE, "/rostrum/" + topic.writer());
        headers.put(SUBJECT, subject(event));
        headers.put(TIME, time.toString());
        headers.put(CONTENT_TYPE, "application/json");
        return new Encoded(
                topic.topicName(),
                key(event),
                Map.copyOf(headers),
                new String(Json.write(event), StandardCharsets.UTF_8));
    }

    public static Decoded decode(Map<String, String> headers, byte[] value) throws Undecodable {
        var id = required(headers, ID);
        var name = required(headers, TYPE);
        var type = EventType.named(name).orElseThrow(() -> new Undecodable("unknown event type"));
        try {
            var time = Instant.parse(required(headers, TIME));
            return new Decoded(id, time, Json.mapper().readValue(value, type.eventClass()));
        } catch (IOException | RuntimeException e) {
            throw new Undecodable("the data of a " + name + " cannot be read", e);
        }
    }

    /** Header bytes as text, as Kafka carries them. */
    public static String text(byte[] header) {
        return new String(header, StandardCharsets.UTF_8);
    }

    private static String required(Map<String, String> headers, String name) throws Undecodable {
        var value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new Undecodable("the header " + name + " is missing");
        }
        return value;
    }

    /** The record key: what must stay in order has the same one. */
    private static String key(Event event) {
        return switch (event) {
            case ConsultationEvent e -> e.consultation().value();
            case SubmissionEvent e -> e.submission().value();
            case ProcessingEvent e -> e.submission().value();
            case ClearanceEvent e -> e.submission().value();
            case PublicationEvent e -> publicationKey(e);
        };
    }

    private static String publicationKey(PublicationEvent event) {
        return switch (event) {
            case PublicationEvent.ContributionPublished e -> e.submission().value();
            case PublicationEvent.ContributionUnpublished e -> e.submission().value();
            case PublicationEvent.PublicationRefused e -> e.submission().value();
            case PublicationEvent.CompilationIssued e -> e.consultation() + "/" + e.round();
        };
    }

    private static String subject(Event event) {
        return switch (event) {
            case ConsultationEvent e -> e.consultation().value();
            case SubmissionEvent e -> e.reference().value();
            case ProcessingEvent e -> e.reference().value();
            case ClearanceEvent e -> e.reference().value();
            case PublicationEvent e -> publicationKey(e);
        };
    }
}
