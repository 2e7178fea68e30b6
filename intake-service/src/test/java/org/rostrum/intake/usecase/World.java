package org.rostrum.intake.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.EventCodec.Decoded;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.adapter.crypto.AesContactSeals;
import org.rostrum.intake.adapter.crypto.Ed25519Signatures;
import org.rostrum.intake.adapter.crypto.HmacIdentities;
import org.rostrum.intake.adapter.crypto.HmacNotes;
import org.rostrum.intake.adapter.objectstore.ObjectStoreAttachments;
import org.rostrum.intake.adapter.objectstore.ObjectStoreDisputes;
import org.rostrum.intake.adapter.objectstore.ObjectStoreErasures;
import org.rostrum.intake.adapter.objectstore.ObjectStoreManifests;
import org.rostrum.intake.adapter.objectstore.ObjectStoreRemains;
import org.rostrum.intake.adapter.objectstore.ObjectStoreRevisions;
import org.rostrum.intake.adapter.objectstore.ObjectStoreStagedFiles;
import org.rostrum.intake.adapter.objectstore.ObjectStoreWithdrawals;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.LastEvents;
import org.rostrum.intake.domain.OfferedFile;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.domain.SubmissionDraft;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.ReceiveSubmission.Sending;
import org.rostrum.platform.objectstore.InMemoryObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.PresignedPuts;

/** Intake's use cases with everything around them in memory; each part can be made to fail. */
final class World {
    static final String ID_KEY = "a key for tests only, 32 characters and more";
    static final String SIGNING_KEY = "MC4CAQAwBQYDK2VwBCIEIHIIoRCzDSRHeWrjjgPIy6mUFyOGVE29Cq+iZ9jTbaPe";

    final InMemoryObjectStore store = new InMemoryObjectStore();
    final Log log = new Log();
    final Known consultations = new Known();
    final Progresses submissions = new Progresses();
    final HmacIdentities identities = new HmacIdentities(ID_KEY, 1);
    final Ed25519Signatures signatures = new Ed25519Signatures(SIGNING_KEY);
    final AesContactSeals seals =
            new AesContactSeals(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());
    final Manifests manifests = new ObjectStoreManifests(store, "rostrum-intake");
    final PresignedPuts puts = new PresignedPuts(
            new ObjectStoreConfig(URI.create("https://files.example"), "k", "s", "us-east-1", "rostrum-intake"),
            URI.create("https://files.example"));
    final StagedFiles staged = new ObjectStoreStagedFiles(store, "rostrum-intake", puts, new SecureRandom());
    final Attachments attachments = new ObjectStoreAttachments(store, "rostrum-intake", staged);
    final UploadIds uploadIds = new UploadIds(new HmacNotes(ID_KEY), new SecureRandom());
    final BeginUpload begin = new BeginUpload(consultations, staged, uploadIds, Fixtures.LIMITS, Duration.ofHours(1));
    final IssueReceipt receipts = new IssueReceipt(consultations, identities, signatures, "https://in.example");

    final Withdrawals withdrawals = new ObjectStoreWithdrawals(store, "rostrum-intake");
    final Disputes disputes = new ObjectStoreDisputes(store);
    final Erasures erasures = new ObjectStoreErasures(store);
    final Remains remains = new ObjectStoreRemains(store);
    final OpenSubmission open = new OpenSubmission(manifests, withdrawals, disputes, identities);
    final ChangeWindow window = new ChangeWindow(consultations);

    /** A process of intake: what it remembers dies with it, the world does not. */
    final class Instance {
        final AnnounceReceived announce = new AnnounceReceived(log);
        final CommitVersion versions = new CommitVersion(manifests, attachments, announce, receipts, identities, seals);
        final ReceiveSubmission receive = new ReceiveSubmission(consultations, versions, identities, Fixtures.LIMITS);
        final FinishUploads finish = new FinishUploads(staged, uploadIds, versions, identities, Fixtures.LIMITS);
        final AmendSubmission amend = new AmendSubmission(open, window, versions, finish, identities, Fixtures.LIMITS);
        final WithdrawSubmission withdraw = new WithdrawSubmission(open, window, withdrawals, announce, receipts);
        final DisputeAuthorship dispute = new DisputeAuthorship(open, disputes, announce, identities);
        final ReconcileRecords reconcile =
                new ReconcileRecords(manifests, withdrawals, disputes, erasures, log, announce);
        final EraseSubmission erase = new EraseSubmission(
                open,
                manifests,
                erasures,
                remains,
                submissions,
                announce,
                Clock.fixed(Fixtures.DURING, ZoneOffset.UTC));
    }

    final FollowSubmission follow = new FollowSubmission(open, submissions, receipts);

    Instance start() {
        return new Instance();
    }

    final Revisions revisions = new ObjectStoreRevisions(store);

    /** A process that changes definitions, at that instant; others of this world share its store and its log. */
    ChangeConsultation changing(Instant now) {
        return new ChangeConsultation(consultations, revisions, log, Clock.fixed(now, ZoneOffset.UTC));
    }

    static Sending sending(String key, SubmissionDraft draft, Upload... uploads) {
        return sendingAt(Fixtures.DURING, key, draft, uploads);
    }

    static Sending sendingAt(Instant when, String key, SubmissionDraft draft, Upload... uploads) {
        return new Sending(
                Fixtures.BROADBAND,
                Fixtures.FIRST,
                new IdempotencyKey(key),
                draft,
                List.of(),
                List.of(uploads),
                Sender.ANYONE,
                Channel.API,
                when);
    }

    static Upload upload(Path folder, String name, String content) {
        try {
            var file = Files.writeString(Files.createTempFile(folder, "upload", ""), content);
            var size = content.getBytes(StandardCharsets.UTF_8).length;
            return new Upload(new OfferedFile(name, "application/pdf", size), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The topics: appended in order, read back; may fail before or after the effect. */
    final class Log implements EventLog, ReceivedRecords {
        private final List<Appended> records = Collections.synchronizedList(new ArrayList<>());
        volatile boolean failsBefore;
        volatile boolean failsAfter;

        record Appended(String eventId, Event event) {}

        @Override
        public void append(String eventId, Instant time, Event event) {
            if (failsBefore) {
                throw new LogUnavailable("told to fail before the effect", new IOException("test"));
            }
            records.add(new Appended(eventId, event));
            if (event instanceof ConsultationDefined defined) {
                consultations.take(defined);
            }
            if (failsAfter) {
                throw new LogUnavailable("told to fail after the effect", new IOException("test"));
            }
        }

        List<String> eventIds() {
            return records.stream().map(Appended::eventId).toList();
        }

        List<SubmissionEvent> submissions() {
            return records.stream()
                    .map(Appended::event)
                    .filter(SubmissionEvent.class::isInstance)
                    .map(SubmissionEvent.class::cast)
                    .toList();
        }

        List<ConsultationDefined> definitions() {
            return records.stream()
                    .map(Appended::event)
                    .filter(ConsultationDefined.class::isInstance)
                    .map(ConsultationDefined.class::cast)
                    .toList();
        }

        void loseTail() {
            records.removeLast();
        }

        @Override
        public Position read(Position from, Consumer<SubmissionEvent> reader) {
            int begin = from.offsets().getOrDefault(0, 0L).intValue();
            records.stream()
                    .skip(begin)
                    .map(Appended::event)
                    .filter(SubmissionEvent.class::isInstance)
                    .map(SubmissionEvent.class::cast)
                    .forEach(reader);
            return new Position(Map.of(0, (long) records.size()));
        }
    }

    static final class Known implements Consultations {
        private final Map<ConsultationId, DefinedConsultation> byId =
                new HashMap<>(Map.of(Fixtures.BROADBAND, Fixtures.broadband()));
        boolean complete = true;
        volatile boolean slow;

        void define(String yaml) {
            byId.put(
                    Fixtures.BROADBAND,
                    new DefinedConsultation(
                            Fixtures.definition(yaml), 2, Fixtures.broadband().definedAt()));
        }

        void take(ConsultationDefined defined) {
            byId.put(
                    defined.consultation(),
                    new DefinedConsultation(defined.definition(), defined.revision(), defined.definedAt()));
        }

        @Override
        public Optional<DefinedConsultation> find(ConsultationId consultation) {
            if (slow) { // gives others the time to look, too
                LockSupport.parkNanos(20_000_000);
            }
            return Optional.ofNullable(byId.get(consultation));
        }

        @Override
        public List<DefinedConsultation> all() {
            return List.copyOf(byId.values());
        }

        @Override
        public boolean areComplete() {
            return complete;
        }

        @Override
        public boolean awaitRevision(ConsultationId consultation, int revision, Duration atMost) {
            return find(consultation)
                    .filter(found -> found.revision() >= revision)
                    .isPresent();
        }
    }

    static final class Progresses implements Submissions {
        boolean away;
        LastEvents last = LastEvents.NONE;
        final Set<SubmissionId> forgotten = new HashSet<>();

        @Override
        public void forget(SubmissionId submission) {
            if (away) {
                throw new ProjectionUnavailable("told to be away", new IOException("test"));
            }
            forgotten.add(submission);
        }

        @Override
        public void advance(List<Decoded> told) {
            throw new UnsupportedOperationException("not of interest here");
        }

        @Override
        public LastEvents last(SubmissionId submission) {
            if (away) {
                throw new ProjectionUnavailable("told to be away", new IOException("test"));
            }
            return last;
        }
    }
}
