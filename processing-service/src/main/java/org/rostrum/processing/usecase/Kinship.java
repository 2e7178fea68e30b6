package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.content.Comparison;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.usecase.Campaigns.Campaign;
import org.rostrum.processing.usecase.Campaigns.Member;

/**
 * How a submission stands to others of its round.
 *
 * @param campaign its family, if it has more than one member
 * @param template what stands for it; absent without campaign, and if it is this submission itself
 * @param doubts what may belong together with it, for people to decide
 */
public record Kinship(Optional<Campaign> campaign, Optional<Template> template, List<Doubt> doubts) {
    static final Kinship NONE = new Kinship(Optional.empty(), Optional.empty(), List.of());

    public Kinship {
        doubts = List.copyOf(doubts);
    }

    /**
     * The template beside the submission.
     *
     * @param sameWords whether they differ in nothing but names and capitals
     */
    public record Template(Reference reference, boolean sameWords, Comparison differences) {}

    /** A submission that may belong to the same family; likeness from 0 to 1. */
    public record Doubt(Reference reference, double likeness) {}

    static Kinship of(Books books, Case file, Content content) {
        var round = new RoundTexts.Of(file.consultation(), file.round());
        var wording = books.wordings().wordingOf(file.submission());
        if (wording.isEmpty()) {
            return NONE;
        }
        var campaign = books.campaigns().find(round, wording.get()).filter(found -> found.members() > 1);
        var template = campaign.flatMap(found -> books.campaigns().template(round, found.family()))
                .filter(member -> !member.submission().equals(file.submission()));
        return new Kinship(
                campaign,
                template.flatMap(member -> beside(books, member, wording.get(), content)),
                books.wordings().possible(round, wording.get()).stream()
                        .flatMap(other -> books.campaigns().worded(round, other.hash()).stream()
                                .map(member -> new Doubt(member.reference(), other.likeness())))
                        .toList());
    }

    private static Optional<Template> beside(Books books, Member member, String wording, Content content) {
        return books.contents()
                .find(member.submission(), member.version())
                .map(template -> new Template(
                        member.reference(), member.wording().equals(wording), Comparison.of(template, content)));
    }
}
