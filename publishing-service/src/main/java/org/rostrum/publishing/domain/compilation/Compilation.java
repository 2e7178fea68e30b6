package org.rostrum.publishing.domain.compilation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;

/**
 * The consolidated document of a round: what the secretariat hands to the meeting.
 *
 * <p>A function of what was cleared and nothing else: the same arguments, in any order, give the same document.
 *
 * @param schema {@link #SCHEMA}
 * @param language of the document's own words (BCP 47)
 * @param notice something that the reader must see first, such as that nothing was published yet
 * @param items every item of the instrument in printed order, with or without passages
 * @param answersNoQuestion passages that answer none of the items
 * @param addendum what arrived late; absent if nothing did
 */
public record Compilation(
        String schema,
        String language,
        TitlePage title,
        @Nullable String notice,
        List<Guidance> howToRead,
        Statistics statistics,
        List<ListedContribution> contributors,
        List<ItemSection> items,
        List<QuotedPassage> answersNoQuestion,
        @Nullable Addendum addendum,
        Completeness completeness) {

    public static final String SCHEMA = "https://rostrum.example/schema/compilation/v1";

    public Compilation {
        howToRead = Absent.list(howToRead);
        contributors = Absent.list(contributors);
        items = Absent.list(items);
        answersNoQuestion = Absent.list(answersNoQuestion);
    }

    /**
     * Gathers a round.
     *
     * @param cleared the newest cleared version of each contribution, all of this round
     * @param asOf instant of the newest event known of the round
     */
    public static Compilation of(
            ConsultationDefinition definition,
            Round round,
            List<Cleared> cleared,
            Accounting accounting,
            Instant asOf) {
        return new Gathering(definition, round, cleared, accounting, asOf).compilation();
    }

    Compilation withRevision(String revision) {
        return new Compilation(
                schema,
                language,
                title.withRevision(revision),
                notice,
                howToRead,
                statistics,
                contributors,
                items,
                answersNoQuestion,
                addendum,
                completeness);
    }
}
