package org.rostrum.processing.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionAmended;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.contracts.SubmissionManifest.Answer;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.platform.objectstore.Sha256;

/** Does what intake does: manifest and files first, then the event. */
record Submissions(RunningProcessing processing) {
    static final String ANSWER =
            "Community networks help villages, says Zoë Müller of Digital Rights; ask zoe@rights.example for more.";

    SubmissionReceived stored(Publication publication, byte[]... files) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var submission = new SubmissionId("1-" + id);
        var reference = Reference.fromDigest(Sha256.of(id.getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 16)
                .getBytes(StandardCharsets.US_ASCII));
        var attachments = new ArrayList<Attachment>();
        for (byte[] file : files) {
            attachments.add(attachment(submission, attachments.size() + 1, file));
        }
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var manifest = new SubmissionManifest(
                SubmissionManifest.SCHEMA,
                submission,
                reference,
                1,
                RunningProcessing.CONSULTATION,
                new RoundId("first"),
                SubmissionKind.RESPONSE,
                now,
                "digest",
                1,
                new Respondent("Zoë", "Müller", "Counsel", "Digital Rights", "CH", "Civil society"),
                null,
                "en",
                publication,
                true,
                "In short, Switzerland agrees.",
                List.of(new Answer(new ItemNumber("1"), ANSWER)),
                null,
                attachments,
                null,
                null,
                List.of(),
                null,
                null);
        byte[] json = Json.writeCanonical(manifest);
        var object = put("submissions/" + reference + "/1/manifest.json", json, "application/json");
        return new SubmissionReceived(
                submission,
                reference,
                RunningProcessing.CONSULTATION,
                new RoundId("first"),
                1,
                SubmissionKind.RESPONSE,
                publication,
                object,
                attachments.size(),
                now,
                List.of());
    }

    /** Stores and announces the second version of a submission, which says something more. */
    SubmissionAmended amended(SubmissionReceived first) {
        var before = manifest(first);
        var answers = List.of(
                new Answer(new ItemNumber("1"), ANSWER), new Answer(new ItemNumber("2"), "And one thing more."));
        var manifest = new SubmissionManifest(
                before.schema(),
                before.submission(),
                before.reference(),
                2,
                before.consultation(),
                before.round(),
                before.kind(),
                before.receivedAt().plusSeconds(1),
                "digest-2",
                1,
                before.respondent(),
                null,
                "en",
                before.publication(),
                true,
                before.summary(),
                answers,
                null,
                List.of(),
                null,
                null,
                List.of(SubmissionFlag.LATE),
                null,
                first.manifest().sha256());
        var object = put(
                "submissions/" + first.reference() + "/2/manifest.json",
                Json.writeCanonical(manifest),
                "application/json");
        var event = new SubmissionAmended(
                first.submission(),
                first.reference(),
                first.consultation(),
                first.round(),
                2,
                first.kind(),
                first.publication(),
                object,
                0,
                manifest.receivedAt(),
                manifest.flags());
        processing.tell(first.submission() + "/2/amended", event);
        return event;
    }

    private SubmissionManifest manifest(SubmissionReceived received) {
        try {
            return Json.mapper()
                    .readValue(
                            processing
                                    .intakeBucket
                                    .get(received.manifest().key())
                                    .orElseThrow(),
                            SubmissionManifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void withdrawn(SubmissionReceived received) {
        processing.tell(
                received.submission() + "/withdrawn",
                new SubmissionWithdrawn(
                        received.submission(),
                        received.reference(),
                        received.consultation(),
                        received.round(),
                        1,
                        received.manifest(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    void disputed(SubmissionReceived received) {
        processing.tell(
                received.submission() + "/disputed",
                new AuthorshipDisputed(
                        received.submission(),
                        received.reference(),
                        received.consultation(),
                        received.round(),
                        1,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    private Attachment attachment(SubmissionId submission, int ordinal, byte[] file) {
        var key = "attachments/" + submission + "/1/" + ordinal + "-"
                + Sha256.of(file).hex();
        return new Attachment(ordinal, "zoe-mueller.txt", "text/plain", put(key, file, "text/plain"));
    }

    private ObjectRef put(String key, byte[] bytes, String mediaType) {
        processing.intakeBucket.put(key, bytes, mediaType);
        return new ObjectRef("rostrum-intake", key, Sha256.of(bytes).hex(), bytes.length);
    }

    /** Stores and announces a submission. */
    SubmissionReceived sent(Publication publication, byte[]... files) {
        var received = stored(publication, files);
        announce(received);
        return received;
    }

    void announce(SubmissionReceived received) {
        processing.tell(received.submission() + "/1/received", received);
    }
}
