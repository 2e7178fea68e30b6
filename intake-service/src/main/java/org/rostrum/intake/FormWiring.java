package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.rostrum.intake.adapter.objectstore.ObjectStoreDrafts;
import org.rostrum.intake.domain.DraftLife;
import org.rostrum.intake.domain.FloodGauge;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.usecase.ChallengeFlood;
import org.rostrum.intake.usecase.CheckDraft;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.DraftSeals;
import org.rostrum.intake.usecase.Drafts;
import org.rostrum.intake.usecase.FormGuard;
import org.rostrum.intake.usecase.KeepDraft;
import org.rostrum.intake.usecase.SignedNotes;
import org.rostrum.intake.usecase.SweepDrafts;
import org.rostrum.platform.objectstore.ObjectStore;

/** The form: its drafts, and what keeps programs from it. */
@ApplicationScoped
class FormWiring {
    private final IntakeConfig config;

    FormWiring(IntakeConfig config) {
        this.config = config;
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
    DraftLife draftLife() {
        return new DraftLife(config.drafts().keepFor());
    }

    @Produces
    @Singleton
    SweepDrafts sweepDrafts(Drafts drafts, Consultations consultations, DraftLife life) {
        return new SweepDrafts(drafts, consultations, life);
    }
}
