package org.rostrum.processing.usecase;

import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.processing.domain.casework.Stage;

/** Keeps each revision of a consultation's definition. */
public final class RecordDefinition {
    private final Transactions transactions;

    public RecordDefinition(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps the revision, and releases the cases that were parked for want of it. */
    public void record(ConsultationDefined defined, Admission admission) {
        transactions.doInOne(books -> {
            if (admission.admit(books)) {
                books.definitions().add(defined);
                books.parkedEvents()
                        .parkedFor(ProcessSubmission.CONSULTATION_UNKNOWN, defined.consultation())
                        .forEach(submission -> books.cases().lock(submission).ifPresent(file -> {
                            if (file.stage() instanceof Stage.Parked parked) {
                                var released = file.at(parked.released());
                                books.cases().replace(released);
                                books.announce(released);
                            }
                        }));
            }
        });
    }
}
