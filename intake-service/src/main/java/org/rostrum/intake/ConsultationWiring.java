package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.rostrum.intake.adapter.objectstore.ObjectStoreRevisions;
import org.rostrum.intake.adapter.schema.NetworkntDefinitionSchema;
import org.rostrum.intake.usecase.ChangeConsultation;
import org.rostrum.intake.usecase.CloseRound;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.DefineConsultation;
import org.rostrum.intake.usecase.DefinitionSchema;
import org.rostrum.intake.usecase.EventLog;
import org.rostrum.intake.usecase.ExtendRound;
import org.rostrum.intake.usecase.OpenRound;
import org.rostrum.intake.usecase.ReconcileRevisions;
import org.rostrum.intake.usecase.Revisions;
import org.rostrum.platform.objectstore.ObjectStore;

/** Defining, opening, extending and closing. */
@ApplicationScoped
class ConsultationWiring {
    @Produces
    @Singleton
    DefinitionSchema schema() {
        return new NetworkntDefinitionSchema();
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
