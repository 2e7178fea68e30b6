package org.rostrum.contracts;

import java.util.Arrays;

/** The topics through which services talk; each has one writer. Partitions and retention are declared in {@code deploy/topics.yaml}. */
public enum Topic {
    CONSULTATIONS("consultations.v1", "intake", ConsultationEvent.class),
    SUBMISSIONS("submissions.v1", "intake", SubmissionEvent.class),
    PROCESSING("processing.v1", "processing", ProcessingEvent.class),
    CLEARANCES("clearances.v1", "processing", ClearanceEvent.class),
    PUBLICATIONS("publications.v1", "publishing", PublicationEvent.class);

    private final String topicName;
    private final String writer;
    private final Class<? extends Event> family;

    Topic(String topicName, String writer, Class<? extends Event> family) {
        this.topicName = topicName;
        this.writer = writer;
        this.family = family;
    }

    public String topicName() {
        return topicName;
    }

    /** The only service that writes to it. */
    public String writer() {
        return writer;
    }

    public Class<? extends Event> family() {
        return family;
    }

    public static Topic of(Event event) {
        return Arrays.stream(values())
                .filter(topic -> topic.family.isInstance(event))
                .findFirst()
                .orElseThrow();
    }
}
