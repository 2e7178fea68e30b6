package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.rostrum.intake.adapter.objectstore.ObjectStoreDisputes;
import org.rostrum.intake.adapter.objectstore.ObjectStoreErasures;
import org.rostrum.intake.adapter.objectstore.ObjectStoreMailMarks;
import org.rostrum.intake.adapter.objectstore.ObjectStoreManifests;
import org.rostrum.intake.adapter.objectstore.ObjectStoreRemains;
import org.rostrum.intake.adapter.objectstore.ObjectStoreWithdrawals;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.usecase.AmendSubmission;
import org.rostrum.intake.usecase.AnnounceReceived;
import org.rostrum.intake.usecase.Attachments;
import org.rostrum.intake.usecase.ChangeWindow;
import org.rostrum.intake.usecase.CommitVersion;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.ContactSeals;
import org.rostrum.intake.usecase.DisputeAuthorship;
import org.rostrum.intake.usecase.Disputes;
import org.rostrum.intake.usecase.EraseSubmission;
import org.rostrum.intake.usecase.Erasures;
import org.rostrum.intake.usecase.EventLog;
import org.rostrum.intake.usecase.FindReceipt;
import org.rostrum.intake.usecase.FinishUploads;
import org.rostrum.intake.usecase.FollowSubmission;
import org.rostrum.intake.usecase.Identities;
import org.rostrum.intake.usecase.IssueReceipt;
import org.rostrum.intake.usecase.LetterWording;
import org.rostrum.intake.usecase.MailReceipts;
import org.rostrum.intake.usecase.Manifests;
import org.rostrum.intake.usecase.OpenSubmission;
import org.rostrum.intake.usecase.Post;
import org.rostrum.intake.usecase.ReceiptSignatures;
import org.rostrum.intake.usecase.ReceiveSubmission;
import org.rostrum.intake.usecase.ReceivedRecords;
import org.rostrum.intake.usecase.RecentManifests;
import org.rostrum.intake.usecase.ReconcileRecords;
import org.rostrum.intake.usecase.Submissions;
import org.rostrum.intake.usecase.WithdrawSubmission;
import org.rostrum.intake.usecase.Withdrawals;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreConfig;

/** Receiving a submission, and whatever becomes of it. */
@ApplicationScoped
class SubmissionWiring {
    private final IntakeConfig config;
    private final ObjectStoreConfig bucket;

    SubmissionWiring(IntakeConfig config, ObjectStoreConfig bucket) {
        this.config = config;
        this.bucket = bucket;
    }

    @Produces
    @Singleton
    Manifests manifests(ObjectStore store, Clock clock) {
        return new RecentManifests(new ObjectStoreManifests(store, bucket.bucket()), clock);
    }

    @Produces
    @Singleton
    FindReceipt findReceipt(Identities identities) {
        return new FindReceipt(identities);
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
        return new ObjectStoreWithdrawals(store, bucket.bucket());
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
}
