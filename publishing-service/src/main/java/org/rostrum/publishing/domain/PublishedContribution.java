package org.rostrum.publishing.domain;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.SubmissionFlag;

/**
 * A contribution that passed every check.
 *
 * @param content what may be shown, and nothing else
 * @param clearance id of the clearing event
 * @param artefactSha256 fingerprint of the public form, as the clearance names it
 * @param firstClearedAt when some version of the submission was cleared for the first time
 * @param clearedAt when this version was cleared
 * @param replaces the version that was cleared before, if one was
 */
public record PublishedContribution(
        PublicContribution content,
        String clearance,
        String artefactSha256,
        Instant firstClearedAt,
        Instant clearedAt,
        @Nullable ReplacedVersion replaces) {

    /** With other words about the same clearance. */
    PublishedContribution of(PublicContribution otherContent) {
        return new PublishedContribution(otherContent, clearance, artefactSha256, firstClearedAt, clearedAt, replaces);
    }

    PublishedContribution replacing(@Nullable ReplacedVersion earlier) {
        return new PublishedContribution(content, clearance, artefactSha256, firstClearedAt, clearedAt, earlier);
    }

    /** Whether it arrived after the closing. */
    public boolean isLate() {
        return content.flags().contains(SubmissionFlag.LATE);
    }

    /** Whether its upload began in time and ended within the grace. */
    public boolean isInGrace() {
        return content.flags().contains(SubmissionFlag.IN_GRACE);
    }

    public Position position() {
        return new Position(clearedAt, content.reference());
    }

    /** Items that some passage answers, in the order of the passages. */
    public Set<ItemNumber> items() {
        var items = new LinkedHashSet<ItemNumber>();
        content.passages().forEach(passage -> items.addAll(passage.items()));
        return items;
    }

    public List<PublicPassage> passagesOn(ItemNumber item) {
        return content.passages().stream()
                .filter(passage -> passage.items().contains(item))
                .toList();
    }

    /** Passages that answer no question. */
    public List<PublicPassage> unfiledPassages() {
        return content.passages().stream()
                .filter(passage -> passage.items().isEmpty())
                .toList();
    }
}
