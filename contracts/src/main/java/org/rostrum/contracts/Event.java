package org.rostrum.contracts;

/** Something that happened, told to the other services on the topic of its family. Never carries personal data. */
public sealed interface Event
        permits ConsultationEvent, SubmissionEvent, ProcessingEvent, ClearanceEvent, PublicationEvent {}
