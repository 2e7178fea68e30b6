package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.rostrum.intake.adapter.objectstore.ObjectStoreAttachments;
import org.rostrum.intake.adapter.objectstore.ObjectStoreStagedFiles;
import org.rostrum.intake.adapter.objectstore.ObjectStoreStoredAttachments;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.usecase.Attachments;
import org.rostrum.intake.usecase.BeginUpload;
import org.rostrum.intake.usecase.CommitVersion;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.FinishUploads;
import org.rostrum.intake.usecase.Identities;
import org.rostrum.intake.usecase.Manifests;
import org.rostrum.intake.usecase.SetFilesAside;
import org.rostrum.intake.usecase.SignedNotes;
import org.rostrum.intake.usecase.StagedFiles;
import org.rostrum.intake.usecase.SweepOrphans;
import org.rostrum.intake.usecase.SweepStagedFiles;
import org.rostrum.intake.usecase.UploadIds;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreConfig;
import org.rostrum.platform.objectstore.PresignedPuts;

/** Files: with a submission, ahead of one, and those that nobody claims. */
@ApplicationScoped
class UploadWiring {
    private final IntakeConfig config;
    private final ObjectStoreConfig bucket;

    UploadWiring(IntakeConfig config, ObjectStoreConfig bucket) {
        this.config = config;
        this.bucket = bucket;
    }

    @Produces
    @Singleton
    Attachments attachments(ObjectStore store, StagedFiles staged) {
        return new ObjectStoreAttachments(store, bucket.bucket(), staged);
    }

    @Produces
    @Singleton
    StagedFiles stagedFiles(ObjectStore store) {
        var puts = new PresignedPuts(bucket, config.s3().publicEndpoint().orElse(bucket.endpoint()));
        return new ObjectStoreStagedFiles(store, bucket.bucket(), puts, new SecureRandom());
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
    SweepOrphans sweepOrphans(ObjectStore store, CommitVersion versions, Manifests manifests) {
        return new SweepOrphans(new ObjectStoreStoredAttachments(store), versions, manifests);
    }
}
