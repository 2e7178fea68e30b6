package org.rostrum.processing.adapter.postgres;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.usecase.Books;
import org.rostrum.processing.usecase.Campaigns;
import org.rostrum.processing.usecase.Cases;
import org.rostrum.processing.usecase.Contents;
import org.rostrum.processing.usecase.Definitions;
import org.rostrum.processing.usecase.Erasures;
import org.rostrum.processing.usecase.Histories;
import org.rostrum.processing.usecase.Inbox;
import org.rostrum.processing.usecase.ItemPassages;
import org.rostrum.processing.usecase.KeyPassageChoices;
import org.rostrum.processing.usecase.Outbox;
import org.rostrum.processing.usecase.ParkedEvents;
import org.rostrum.processing.usecase.Places;
import org.rostrum.processing.usecase.Refilings;
import org.rostrum.processing.usecase.RoundTexts;
import org.rostrum.processing.usecase.Wordings;

/** The books of one transaction. */
final class PostgresBooks implements Books {
    private final Sql sql;
    private final PostgresOutbox outbox;
    private final List<Case> announced = new ArrayList<>();

    PostgresBooks(Sql sql) {
        this.sql = sql;
        this.outbox = new PostgresOutbox(sql);
    }

    @Override
    public Cases cases() {
        return new PostgresCases(sql);
    }

    @Override
    public Contents contents() {
        return new PostgresContents(sql);
    }

    @Override
    public Histories histories() {
        return new PostgresHistories(sql);
    }

    @Override
    public Definitions definitions() {
        return new PostgresDefinitions(sql);
    }

    @Override
    public RoundTexts roundTexts() {
        return new PostgresRoundTexts(sql);
    }

    @Override
    public Wordings wordings() {
        return new PostgresWordings(sql);
    }

    @Override
    public Campaigns campaigns() {
        return new PostgresCampaigns(sql);
    }

    @Override
    public ItemPassages itemPassages() {
        return new PostgresItemPassages(sql);
    }

    @Override
    public KeyPassageChoices keyPassageChoices() {
        return new PostgresKeyPassageChoices(sql);
    }

    @Override
    public Places places() {
        return new PostgresPlaces(sql);
    }

    @Override
    public Refilings refilings() {
        return new PostgresRefilings(sql);
    }

    @Override
    public Erasures erasures() {
        return new PostgresErasures(sql);
    }

    @Override
    public Inbox inbox() {
        return new PostgresInbox(sql);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public ParkedEvents parkedEvents() {
        return new PostgresParkedEvents(sql);
    }

    @Override
    public void announce(Case changed) {
        announced.removeIf(file -> file.submission().equals(changed.submission()));
        announced.add(changed);
    }

    /** Everything is in the database after this. */
    void flush() {
        sql.flush();
    }

    List<Case> announced() {
        return List.copyOf(announced);
    }

    boolean hasOutgoing() {
        return outbox.isFilled();
    }
}
