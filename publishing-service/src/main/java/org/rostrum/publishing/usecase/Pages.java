package org.rostrum.publishing.usecase;

import java.util.Collection;
import java.util.Optional;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.publishing.domain.ConsultationRecord;
import org.rostrum.publishing.domain.PublishedContribution;
import org.rostrum.publishing.domain.Standing;

/** How the record looks to people: HTML, and the same bytes for the same record. */
public interface Pages {

    /** Contributions on one page of a list. */
    int PAGE_SIZE = 25;

    byte[] home(Collection<ConsultationRecord> consultations);

    byte[] consultation(ConsultationRecord record);

    byte[] contribution(ConsultationRecord record, PublishedContribution contribution);

    byte[] gone(ConsultationRecord record, Standing.Gone gone);

    /** The front page of an item, or of what answers no question: its words and the newest passages. */
    byte[] item(ConsultationRecord record, Optional<ItemNumber> item);

    /** One full list page of an item, oldest first. */
    byte[] itemPage(ConsultationRecord record, Optional<ItemNumber> item, int page);

    /** The front page of the list of contributions. */
    byte[] contributions(ConsultationRecord record);

    byte[] contributionsPage(ConsultationRecord record, int page);
}
