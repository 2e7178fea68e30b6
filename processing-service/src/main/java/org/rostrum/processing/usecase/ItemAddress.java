package org.rostrum.processing.usecase;

import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.RoundId;

/** An item of a round of a consultation, as people name it. */
public record ItemAddress(RoundTexts.Of round, ItemNumber item) {

    /** Empty if nothing can have that address. */
    public static Optional<ItemAddress> parse(String consultation, String round, String item) {
        return ConsultationId.isValid(consultation) && RoundId.isValid(round) && ItemNumber.isValid(item)
                ? Optional.of(new ItemAddress(
                        new RoundTexts.Of(new ConsultationId(consultation), new RoundId(round)), new ItemNumber(item)))
                : Optional.empty();
    }
}
