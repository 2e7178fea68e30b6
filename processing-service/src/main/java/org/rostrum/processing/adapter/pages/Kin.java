package org.rostrum.processing.adapter.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.usecase.CaseView;
import org.rostrum.processing.usecase.Kinship;

/**
 * How a case stands to others of its round, as its page shows it.
 *
 * @param address of the campaign's page
 * @param template the reference that stands for the campaign; absent if it is this one
 * @param sameWords whether nothing but names and capitals differs from it
 */
record Kin(
        @Nullable String address,
        String members,
        @Nullable String template,
        boolean sameWords,
        List<Changes.Passage> differences,
        List<Doubt> doubts) {

    /** A case that may belong to the same campaign. */
    record Doubt(String reference, String likeness) {}

    /** Null for one that stands alone. */
    static @Nullable Kin of(CaseView view) {
        var kinship = view.kinship();
        if (kinship.campaign().isEmpty() && kinship.doubts().isEmpty()) {
            return null;
        }
        var template = kinship.template();
        return new Kin(
                kinship.campaign()
                        .map(campaign -> CampaignList.address(campaign.round(), campaign.family()))
                        .orElse(null),
                kinship.campaign()
                        .map(campaign -> Numbers.grouped(campaign.members()))
                        .orElse(""),
                template.map(one -> one.reference().value()).orElse(null),
                template.map(Kinship.Template::sameWords).orElse(false),
                template.filter(one -> !one.sameWords())
                        .map(one -> Changes.passages(one.differences()))
                        .orElse(List.of()),
                kinship.doubts().stream()
                        .map(doubt -> new Doubt(doubt.reference().value(), Numbers.percent(doubt.likeness())))
                        .toList());
    }
}
