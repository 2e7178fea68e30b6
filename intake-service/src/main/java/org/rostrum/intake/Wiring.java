package org.rostrum.intake;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.rostrum.intake.adapter.crypto.AesContactSeals;
import org.rostrum.intake.adapter.crypto.AesDraftSeals;
import org.rostrum.intake.adapter.crypto.Ed25519Signatures;
import org.rostrum.intake.adapter.crypto.HmacIdentities;
import org.rostrum.intake.adapter.crypto.HmacNotes;
import org.rostrum.intake.adapter.kafka.KafkaReceivedRecords;
import org.rostrum.intake.adapter.objectstore.ObjectStoreAttachments;
import org.rostrum.intake.adapter.objectstore.ObjectStoreDisputes;
import org.rostrum.intake.adapter.objectstore.ObjectStoreDrafts;
import org.rostrum.intake.adapter.objectstore.ObjectStoreErasures;
import org.rostrum.intake.adapter.objectstore.ObjectStoreMailMarks;
import org.rostrum.intake.adapter.objectstore.ObjectStoreManifests;
import org.rostrum.intake.adapter.objectstore.ObjectStoreRemains;
import org.rostrum.intake.adapter.objectstore.ObjectStoreRevisions;
import org.rostrum.intake.adapter.objectstore.ObjectStoreStagedFiles;
import org.rostrum.intake.adapter.objectstore.ObjectStoreStoredAttachments;
import org.rostrum.intake.adapter.objectstore.ObjectStoreWithdrawals;
import org.rostrum.intake.adapter.postgres.PostgresSubmissions;
import org.rostrum.intake.adapter.schema.NetworkntDefinitionSchema;
import org.rostrum.intake.domain.DraftLife;
import org.rostrum.intake.domain.FloodGauge;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.usecase.AmendSubmission;
import org.rostrum.intake.usecase.AnnounceReceived;
import org.rostrum.intake.usecase.Attachments;
import org.rostrum.intake.usecase.BeginUpload;
import org.rostrum.intake.usecase.ChallengeFlood;
import org.rostrum.intake.usecase.ChangeConsultation;
import org.rostrum.intake.usecase.ChangeWindow;
import org.rostrum.intake.usecase.CheckDraft;
import org.rostrum.intake.usecase.CloseRound;
import org.rostrum.intake.usecase.CommitVersion;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.ContactSeals;
import org.rostrum.intake.usecase.DefineConsultation;
import org.rostrum.intake.usecase.DefinitionSchema;
import org.rostrum.intake.usecase.DisputeAuthorship;
import org.rostrum.intake.usecase.Disputes;
import org.rostrum.intake.usecase.DraftSeals;
import org.rostrum.intake.usecase.Drafts;
import org.rostrum.intake.usecase.EraseSubmission;
import org.rostrum.intake.usecase.Erasures;
import org.rostrum.intake.usecase.EventLog;
import org.rostrum.intake.usecase.ExtendRound;
import org.rostrum.intake.usecase.FindReceipt;
import org.rostrum.intake.usecase.FinishUploads;
import org.rostrum.intake.usecase.FollowSubmission;
import org.rostrum.intake.usecase.FormGuard;
import org.rostrum.intake.usecase.Identities;
import org.rostrum.intake.usecase.IssueReceipt;
import org.rostrum.intake.usecase.KeepDraft;
import org.rostrum.intake.usecase.LetterWording;
import org.rostrum.intake.usecase.MailReceipts;
import org.rostrum.intake.usecase.Manifests;
import org.rostrum.intake.usecase.OpenRound;
import org.rostrum.intake.usecase.OpenSubmission;
import org.rostrum.intake.usecase.Post;
import org.rostrum.intake.usecase.ReceiptSignatures;
import org.rostrum.intake.usecase.ReceiveSubmission;
import org.rostrum.intake.usecase.ReceivedRecords;
import org.rostrum.intake.usecase.RecentManifests;
import org.rostrum.intake.usecase.ReconcileRecords;
import org.rostrum.intake.usecase.ReconcileRevisions;
import org.rostrum.intake.usecase.Revisions;
import org.rostrum.intake.usecase.SetFilesAside;
import org.rostrum.intake.usecase.SignedNotes;
import org.rostrum.intake.usecase.StagedFiles;
import org.rostrum.intake.usecase.Submissions;
import org.rostrum.intake.usecase.SweepDrafts;
import org.rostrum.intake.usecase.SweepOrphans;
import org.rostrum.intake.usecase.SweepStagedFiles;
import org.rostrum.intake.usecase.UploadIds;
import org.rostrum.intake.usecase.WithdrawSubmission;
import org.rostrum.intake.usecase.Withdrawals;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.PresignedPuts;
import org.rostrum.platform.objectstore.S3ObjectStore;
import org.rostrum.platform.secret.DevelopmentSecrets;

/** Joins use cases and adapters. */
@ApplicationScoped
class Wiring {
    private final IntakeConfig config;
    private final DevelopmentSecrets secrets = DevelopmentSecrets.inProfiles(ConfigUtils.getProfiles());

    Wiring(IntakeConfig config) {
        this.config = config;
    }

    /** Quarkus takes the client's secret itself; here a missing one, or one of the demo, is refused in production. */
    void checkLogin(@Observes StartupEvent start) {
        checkLogin(secrets, config.oidcClientSecret());
    }

    static void checkLogin(DevelopmentSecrets secrets, Optional<String> clientSecret) {
        if (secrets.production() || clientSecret.isPresent()) {
            secrets.require("ROSTRUM_OIDC_CLIENT_SECRET", clientSecret);
        }
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Limits limits() {
        var limits = config.limits();
        return new Limits(
                limits.fieldCharacters(),
                limits.lineCharacters(),
                limits.attachments(),
                limits.attachmentBytes(),
                limits.attachmentsBytes(),
                limits.textsBytes().orElse(Limits.textsOf(limits.fieldCharacters())));
    }

    @Produces
    @Singleton
    S3ObjectStore store() {
        return new S3ObjectStore(bucket());
    }

    private ObjectStoreConfig bucket() {
        var s3 = config.s3();
        return new ObjectStoreConfig(
                s3.endpoint(),
                secrets.require("ROSTRUM_S3_ACCESS_KEY", s3.accessKey()),
                secrets.require("ROSTRUM_S3_SECRET_KEY", s3.secretKey()),
                s3.region(),
                s3.bucket());
    }

    void close(@Disposes S3ObjectStore store) {
        store.close();
    }

    @Produces
    @Singleton
    Manifests manifests(ObjectStore store, Clock clock) {
        return new RecentManifests(new ObjectStoreManifests(store, config.s3().bucket()), clock);
    }

    @Produces
    @Singleton
    Attachments attachments(ObjectStore store, StagedFiles staged) {
        return new ObjectStoreAttachments(store, config.s3().bucket(), staged);
    }

    @Produces
    @Singleton
    StagedFiles stagedFiles(ObjectStore store) {
        var s3 = config.s3();
        var puts = new PresignedPuts(bucket(), s3.publicEndpoint().orElse(s3.endpoint()));
        return new ObjectStoreStagedFiles(store, s3.bucket(), puts, new SecureRandom());
    }

    @Produces
    @Singleton
    SweepOrphans sweepOrphans(ObjectStore store, CommitVersion versions, Manifests manifests) {
        return new SweepOrphans(new ObjectStoreStoredAttachments(store), versions, manifests);
    }

    @Produces
    @Singleton
    UploadIds uploadIds(SignedNotes notes) {
        return new UploadIds(notes, new SecureRandom());
    }

    @Produces
    @Singleton
    BeginUpload beginUpload(Consultations consultations, StagedFiles files, UploadIds ids, Limits limits) {
        return new BeginUpload(
                consultations, files, ids, limits, config.uploads().validFor());
    }

    @Produces
    @Singleton
    FinishUploads finishUploads(
            StagedFiles files, UploadIds ids, CommitVersion versions, Identities identities, Limits limits) {
        return new FinishUploads(files, ids, versions, identities, limits);
    }

    @Produces
    @Singleton
    SetFilesAside setFilesAside(StagedFiles files, UploadIds ids, Limits limits) {
        return new SetFilesAside(files, ids, limits);
    }

    @Produces
    @Singleton
    SweepStagedFiles sweepStagedFiles(StagedFiles files) {
        return new SweepStagedFiles(files, config.uploads().keptFor());
    }

    @Produces
    @Singleton
    Identities identities() {
        return new HmacIdentities(secrets.require("ROSTRUM_INTAKE_ID_KEY", config.idKey()), config.keyVersion());
    }

    @Produces
    @Singleton
    ReceiptSignatures signatures() {
        return new Ed25519Signatures(secrets.require("ROSTRUM_INTAKE_RECEIPT_KEY", config.receiptKey()));
    }

    @Produces
    @Singleton
    ContactSeals seals() {
        return new AesContactSeals(
                secrets.require("ROSTRUM_INTAKE_CONTACT_KEY", config.contactKey()), new SecureRandom());
    }

    @Produces
    @Singleton
    SignedNotes notes() {
        return new HmacNotes(secrets.require("ROSTRUM_INTAKE_ID_KEY", config.idKey()));
    }

    @Produces
    @Singleton
    ChallengeFlood challengeFlood(SignedNotes notes) {
        return new ChallengeFlood(new FloodGauge(), notes, config.challenge().above());
    }

    @Produces
    @Singleton
    FormGuard formGuard(SignedNotes notes) {
        return new FormGuard(notes, config.form().fastest());
    }

    @Produces
    @Singleton
    DraftSeals draftSeals() {
        return new AesDraftSeals(secrets.require("ROSTRUM_INTAKE_ID_KEY", config.idKey()), new SecureRandom());
    }

    @Produces
    @Singleton
    Drafts drafts(ObjectStore store, DraftSeals draftSeals) {
        return new ObjectStoreDrafts(store, draftSeals);
    }

    @Produces
    @Singleton
    KeepDraft keepDraft(Drafts drafts) {
        return new KeepDraft(drafts);
    }

    @Produces
    @Singleton
    CheckDraft checkDraft(Limits limits) {
        return new CheckDraft(limits);
    }

    @Produces
    @Singleton
    FindReceipt findReceipt(Identities identities) {
        return new FindReceipt(identities);
    }

    @Produces
    @Singleton
    DraftLife draftLife() {
        return new DraftLife(config.drafts().keepFor());
    }

    @Produces
    @Singleton
    SweepDrafts sweepDrafts(Drafts drafts, Consultations consultations, DraftLife life) {
        return new SweepDrafts(drafts, consultations, life);
    }

    @Produces
    @Singleton
    DefinitionSchema schema() {
        return new NetworkntDefinitionSchema();
    }

    @Produces
    @Singleton
    Submissions submissions(DataSource database, Flyway flyway) {
        return new PostgresSubmissions(database, flyway::migrate);
    }

    @Produces
    @Singleton
    ReceivedRecords receivedRecords(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        return new KafkaReceivedRecords(bootstrapServers);
    }

    @Produces
    @Singleton
    AnnounceReceived announceReceived(EventLog log) {
        return new AnnounceReceived(log);
    }

    @Produces
    @Singleton
    IssueReceipt issueReceipt(Consultations consultations, Identities identities, ReceiptSignatures signatures) {
        return new IssueReceipt(consultations, identities, signatures, config.url());
    }

    @Produces
    @Singleton
    CommitVersion commitVersion(
            Manifests manifests,
            Attachments attachments,
            AnnounceReceived announce,
            IssueReceipt receipts,
            Identities identities,
            ContactSeals seals) {
        return new CommitVersion(manifests, attachments, announce, receipts, identities, seals);
    }

    @Produces
    @Singleton
    ReceiveSubmission receiveSubmission(
            Consultations consultations, CommitVersion versions, Identities identities, Limits limits) {
        return new ReceiveSubmission(consultations, versions, identities, limits);
    }

    @Produces
    @Singleton
    ReconcileRecords reconcileRecords(
            Manifests manifests,
            Withdrawals withdrawals,
            Disputes disputes,
            Erasures erasures,
            ReceivedRecords records,
            AnnounceReceived announce) {
        return new ReconcileRecords(manifests, withdrawals, disputes, erasures, records, announce);
    }

    @Produces
    @Singleton
    Erasures erasures(ObjectStore store) {
        return new ObjectStoreErasures(store);
    }

    @Produces
    @Singleton
    EraseSubmission eraseSubmission(
            OpenSubmission open,
            Manifests manifests,
            Erasures erasures,
            ObjectStore store,
            Submissions submissions,
            AnnounceReceived announce,
            Clock clock) {
        return new EraseSubmission(
                open, manifests, erasures, new ObjectStoreRemains(store), submissions, announce, clock);
    }

    @Produces
    @Singleton
    Withdrawals withdrawals(ObjectStore store) {
        return new ObjectStoreWithdrawals(store, config.s3().bucket());
    }

    @Produces
    @Singleton
    Disputes disputes(ObjectStore store) {
        return new ObjectStoreDisputes(store);
    }

    @Produces
    @Singleton
    OpenSubmission openSubmission(
            Manifests manifests, Withdrawals withdrawals, Disputes disputes, Identities identities) {
        return new OpenSubmission(manifests, withdrawals, disputes, identities);
    }

    @Produces
    @Singleton
    FollowSubmission followSubmission(OpenSubmission open, Submissions submissions, IssueReceipt receipts) {
        return new FollowSubmission(open, submissions, receipts);
    }

    @Produces
    @Singleton
    ChangeWindow changeWindow(Consultations consultations) {
        return new ChangeWindow(consultations);
    }

    @Produces
    @Singleton
    AmendSubmission amendSubmission(
            OpenSubmission open,
            ChangeWindow window,
            CommitVersion versions,
            FinishUploads uploads,
            Identities identities,
            Limits limits) {
        return new AmendSubmission(open, window, versions, uploads, identities, limits);
    }

    @Produces
    @Singleton
    WithdrawSubmission withdrawSubmission(
            OpenSubmission open,
            ChangeWindow window,
            Withdrawals withdrawals,
            AnnounceReceived announce,
            IssueReceipt receipts) {
        return new WithdrawSubmission(open, window, withdrawals, announce, receipts);
    }

    @Produces
    @Singleton
    MailReceipts mailReceipts(
            OpenSubmission open,
            IssueReceipt receipts,
            Identities identities,
            ContactSeals seals,
            LetterWording wording,
            Post post,
            ObjectStore store,
            Clock clock) {
        return new MailReceipts(
                open,
                receipts,
                identities,
                seals,
                wording,
                post,
                new ObjectStoreMailMarks(store),
                clock,
                config.mail().notOlderThan());
    }

    @Produces
    @Singleton
    DisputeAuthorship disputeAuthorship(
            OpenSubmission open, Disputes disputes, AnnounceReceived announce, Identities identities) {
        return new DisputeAuthorship(open, disputes, announce, identities);
    }

    @Produces
    @Singleton
    Revisions revisions(ObjectStore store) {
        return new ObjectStoreRevisions(store);
    }

    @Produces
    @Singleton
    ChangeConsultation changeConsultation(Consultations consultations, Revisions revisions, EventLog log, Clock clock) {
        return new ChangeConsultation(consultations, revisions, log, clock);
    }

    @Produces
    @Singleton
    DefineConsultation defineConsultation(ChangeConsultation change, DefinitionSchema schema) {
        return new DefineConsultation(change, schema);
    }

    @Produces
    @Singleton
    OpenRound openRound(ChangeConsultation change) {
        return new OpenRound(change);
    }

    @Produces
    @Singleton
    ExtendRound extendRound(ChangeConsultation change) {
        return new ExtendRound(change);
    }

    @Produces
    @Singleton
    CloseRound closeRound(ChangeConsultation change) {
        return new CloseRound(change);
    }

    @Produces
    @Singleton
    ReconcileRevisions reconcileRevisions(Consultations consultations, Revisions revisions, EventLog log) {
        return new ReconcileRevisions(consultations, revisions, log);
    }
}
