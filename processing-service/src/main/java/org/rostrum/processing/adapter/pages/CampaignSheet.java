package org.rostrum.processing.adapter.pages;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.ViewCampaign.Copy;
import org.rostrum.processing.usecase.ViewCampaign.View;

/**
 * One campaign as its page shows it.
 *
 * @param cases where the list of cases shows its members
 * @param next where the next members are, if there are more
 */
record CampaignSheet(
        String name,
        String consultation,
        String members,
        String wordings,
        boolean oneWording,
        Moment first,
        Moment last,
        String template,
        List<Text> texts,
        List<Row> rows,
        String cases,
        @Nullable String next) {

    /** One text of the template. */
    record Text(String title, @Nullable Tongue language, String text) {
        @Override
        public String toString() {
            return "Text[" + title + "]";
        }
    }

    /**
     * One member.
     *
     * @param differences what it says otherwise than the template; none if only names and capitals differ
     */
    record Row(
            String reference,
            StateWords state,
            Moment received,
            @Nullable String from,
            boolean template,
            boolean sameWords,
            List<Changes.Passage> differences) {
        @Override
        public String toString() {
            return "Row[" + reference + "]";
        }
    }

    static CampaignSheet of(View view) {
        var campaign = view.campaign();
        ZoneId zone = view.definition().map(ConsultationDefinition::zone).orElse(ZoneOffset.UTC);
        return new CampaignSheet(
                CampaignList.name(campaign),
                view.definition()
                        .map(definition -> definition.title().in("en"))
                        .orElse(campaign.round().consultation().value()),
                Numbers.grouped(campaign.members()),
                Numbers.grouped(campaign.wordings()),
                campaign.wordings() == 1,
                Moment.of(campaign.first(), zone),
                Moment.of(campaign.last(), zone),
                view.template().reference().value(),
                view.content().sources().stream()
                        .map(source -> new Text(PlaceWords.of(source), Tongue.of(source.language()), source.text()))
                        .toList(),
                view.members().stream().map(copy -> row(view, copy, zone)).toList(),
                "/?consultation=" + campaign.round().consultation() + "&campaign=" + campaign.family(),
                view.next()
                        .map(CaseCursor::token)
                        .map(token -> CampaignList.address(campaign.round(), campaign.family()) + "?cursor=" + token)
                        .orElse(null));
    }

    private static Row row(View view, Copy copy, ZoneId zone) {
        var member = copy.member();
        return new Row(
                member.reference().value(),
                StateWords.of(member.state()),
                Moment.of(member.receivedAt(), zone),
                from(copy.content()),
                member.submission().equals(view.template().submission()),
                copy.sameWords(),
                copy.sameWords() ? List.of() : Changes.passages(copy.differences()));
    }

    private static @Nullable String from(Content content) {
        var respondent = content.respondent();
        if (respondent.organisation() != null) {
            return respondent.organisation();
        }
        var given = respondent.givenName() == null ? "" : respondent.givenName() + " ";
        var name = (given + (respondent.familyName() == null ? "" : respondent.familyName())).strip();
        return name.isEmpty() ? null : name;
    }
}
