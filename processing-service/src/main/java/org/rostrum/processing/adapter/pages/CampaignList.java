package org.rostrum.processing.adapter.pages;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.processing.adapter.pages.Overview.Choice;
import org.rostrum.processing.usecase.Campaigns.Campaign;
import org.rostrum.processing.usecase.RoundTexts;
import org.rostrum.processing.usecase.ViewCampaign.Listing;

/** The campaigns as their page lists them, the largest first. */
record CampaignList(List<Choice> consultations, boolean filtered, List<Row> rows) {

    /** One line of the table. */
    record Row(String address, String name, String round, String members, String wordings, Moment first, Moment last) {}

    static CampaignList of(Optional<ConsultationId> chosen, Listing listing) {
        var definitions = listing.definitions().stream()
                .collect(Collectors.toMap(ConsultationDefinition::id, Function.identity()));
        return new CampaignList(
                listing.definitions().stream()
                        .map(one -> new Choice(
                                one.id().value(),
                                one.title().in("en") + " (" + one.id() + ")",
                                chosen.filter(one.id()::equals).isPresent()))
                        .toList(),
                chosen.isPresent(),
                listing.campaigns().stream()
                        .map(campaign -> row(campaign, definitions))
                        .toList());
    }

    private static Row row(Campaign campaign, Map<ConsultationId, ConsultationDefinition> definitions) {
        var definition = Optional.ofNullable(definitions.get(campaign.round().consultation()));
        ZoneId zone = definition.map(ConsultationDefinition::zone).orElse(ZoneOffset.UTC);
        return new Row(
                address(campaign.round(), campaign.family()),
                name(campaign),
                campaign.round().consultation() + ", " + campaign.round().round(),
                Numbers.grouped(campaign.members()),
                Numbers.grouped(campaign.wordings()),
                Moment.of(campaign.first(), zone),
                Moment.of(campaign.last(), zone));
    }

    /** Nobody named it: the beginning of its hash tells it from others. */
    static String name(Campaign campaign) {
        return campaign.family().substring(0, 8);
    }

    static String address(RoundTexts.Of round, String wording) {
        return "/campaigns/" + round.consultation() + "/" + round.round() + "/" + wording;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
