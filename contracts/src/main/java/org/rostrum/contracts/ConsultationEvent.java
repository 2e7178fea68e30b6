package org.rostrum.contracts;

import java.time.Instant;

/** What happens to a consultation's definition; on {@link Topic#CONSULTATIONS}. */
public sealed interface ConsultationEvent extends Event {

    ConsultationId consultation();

    /**
     * The whole definition as it stands from now on.
     *
     * @param revision 1 for the first, one more for each change
     * @param definedBy opaque subject of the account that defined it
     */
    record ConsultationDefined(
            ConsultationId consultation,
            int revision,
            ConsultationDefinition definition,
            Instant definedAt,
            String definedBy)
            implements ConsultationEvent {}
}
