package org.rostrum.processing.usecase;

import org.rostrum.processing.domain.casework.Case;

/** What this service keeps, as one transaction sees it. */
public interface Books {

    Cases cases();

    Contents contents();

    Histories histories();

    Definitions definitions();

    RoundTexts roundTexts();

    Wordings wordings();

    Campaigns campaigns();

    ItemPassages itemPassages();

    KeyPassageChoices keyPassageChoices();

    Places places();

    Refilings refilings();

    Erasures erasures();

    Inbox inbox();

    Outbox outbox();

    ParkedEvents parkedEvents();

    /** Tells live listeners, after the commit, that the case is not as it was. */
    void announce(Case changed);
}
