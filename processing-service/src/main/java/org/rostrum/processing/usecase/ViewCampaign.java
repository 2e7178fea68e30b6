package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.processing.domain.content.Comparison;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.usecase.Campaigns.Campaign;
import org.rostrum.processing.usecase.Campaigns.Member;

/** Shows the campaigns of rounds, and one with its template and what its members changed. */
public final class ViewCampaign {
    private final Transactions transactions;

    public ViewCampaign(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The largest campaigns, with the definitions of all consultations. */
    public record Listing(List<Campaign> campaigns, List<ConsultationDefinition> definitions) {
        public Listing {
            campaigns = List.copyOf(campaigns);
            definitions = List.copyOf(definitions);
        }
    }

    /**
     * One campaign.
     *
     * @param template what stands for it
     * @param members some of its members
     * @param next where the next begin, if there are more
     */
    public record View(
            Campaign campaign,
            Optional<ConsultationDefinition> definition,
            Member template,
            Content content,
            List<Copy> members,
            Optional<CaseCursor> next) {
        public View {
            members = List.copyOf(members);
        }

        /** Leaves everything personal out of logs. */
        @Override
        public String toString() {
            return "View[" + campaign.family() + "]";
        }
    }

    /**
     * A member beside the template.
     *
     * @param sameWords whether it differs in nothing but names and capitals
     */
    public record Copy(Member member, Content content, boolean sameWords, Comparison differences) {
        @Override
        public String toString() {
            return "Copy[" + member.reference() + "]";
        }
    }

    public Listing list(Optional<ConsultationId> consultation, int limit) {
        return transactions.inOne(books -> new Listing(
                books.campaigns().list(consultation, limit), books.definitions().all()));
    }

    /** The campaign to which a wording belongs. */
    public Optional<View> view(RoundTexts.Of round, String wording, Optional<CaseCursor> after, int limit) {
        return transactions.inOne(books -> books.campaigns()
                .find(round, wording)
                .filter(campaign -> campaign.members() > 1)
                .flatMap(campaign -> view(books, campaign, after, limit)));
    }

    private static Optional<View> view(Books books, Campaign campaign, Optional<CaseCursor> after, int limit) {
        var template = books.campaigns().template(campaign.round(), campaign.family());
        var content = template.flatMap(member -> books.contents().find(member.submission(), member.version()));
        if (template.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        var found = books.campaigns().members(campaign.round(), campaign.family(), after, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return Optional.of(new View(
                campaign,
                books.definitions().latest(campaign.round().consultation()),
                template.get(),
                content.get(),
                shown.stream()
                        .flatMap(member -> books.contents().find(member.submission(), member.version()).stream()
                                .map(own -> new Copy(
                                        member,
                                        own,
                                        member.wording().equals(template.get().wording()),
                                        Comparison.of(content.get(), own))))
                        .toList(),
                found.size() > limit
                        ? Optional.of(new CaseCursor(
                                shown.getLast().receivedAt(), shown.getLast().reference()))
                        : Optional.empty()));
    }
}
