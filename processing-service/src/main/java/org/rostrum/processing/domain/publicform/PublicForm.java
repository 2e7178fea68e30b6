package org.rostrum.processing.domain.publicform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.masking.Identity;
import org.rostrum.processing.domain.masking.MaskedText;
import org.rostrum.processing.domain.masking.Masking;

/**
 * The public form of a case as it would be cleared now. The same case and content always give the same bytes.
 *
 * @param contribution what goes public
 * @param summary the summary with what was hidden in it, if there is one
 * @param passages the passages with what was hidden in them
 */
public record PublicForm(PublicContribution contribution, Optional<MaskedText> summary, List<MaskedPassage> passages) {
    public PublicForm {
        passages = List.copyOf(passages);
    }

    /**
     * The form in which a case would go public now.
     *
     * @param groups the stakeholder groups that the consultation offers
     * @throws IllegalArgumentException for a confidential case, which has no public form
     */
    public static PublicForm of(Case file, Content content, List<LocalizedText> groups) {
        var masking = maskingFor(file, content);
        var summary = Optional.ofNullable(content.summary()).map(masking::mask);
        var passages = content.passages().stream()
                .map(passage -> new MaskedPassage(passage, masking.mask(content.textOf(passage))))
                .toList();
        var contribution = new PublicContribution(
                PublicContribution.SCHEMA,
                file.submission(),
                file.reference(),
                file.version(),
                file.consultation(),
                file.round(),
                file.kind(),
                file.publication(),
                contributor(file, content, groups, masking),
                content.language(),
                file.receivedAt(),
                summary.map(MaskedText::text).orElse(null),
                passages.stream().map(masked -> shown(masked, content)).toList(),
                file.flags().stream().filter(SubmissionFlag::isPublic).sorted().toList());
        return new PublicForm(contribution, summary, passages);
    }

    /** How many places are hidden. */
    public int hiddenPlaces() {
        return Stream.concat(summary.stream(), passages.stream().map(MaskedPassage::text))
                .mapToInt(text -> text.masks().size())
                .sum();
    }

    private static Masking maskingFor(Case file, Content content) {
        var respondent = content.respondent();
        return file.publication() == Publication.PUBLIC
                ? Masking.ofAddresses()
                : Masking.of(new Identity(
                        respondent.givenName(),
                        respondent.familyName(),
                        respondent.organisation(),
                        content.onBehalfOf(),
                        respondent.country()));
    }

    private static Contributor contributor(Case file, Content content, List<LocalizedText> groups, Masking masking) {
        var respondent = content.respondent();
        if (file.publication() != Publication.PUBLIC) {
            return new Contributor(
                    null, null, null, null, null, masked(offered(respondent.stakeholderGroup(), groups), masking));
        }
        return new Contributor(
                masked(fullName(respondent.givenName(), respondent.familyName()), masking),
                masked(respondent.jobTitle(), masking),
                masked(respondent.organisation(), masking),
                masked(content.onBehalfOf(), masking),
                masked(respondent.country(), masking),
                masked(respondent.stakeholderGroup(), Masking.ofAddresses()));
    }

    /** A group of the respondent's own invention may name a government. */
    private static @Nullable String offered(@Nullable String group, List<LocalizedText> groups) {
        return group != null
                        && groups.stream().anyMatch(offer -> offer.byLanguage().containsValue(group.strip()))
                ? group
                : null;
    }

    private static @Nullable String fullName(@Nullable String givenName, @Nullable String familyName) {
        if (givenName == null) {
            return familyName;
        }
        return familyName == null ? givenName : givenName + " " + familyName;
    }

    private static @Nullable String masked(@Nullable String text, Masking masking) {
        return text == null || text.isBlank() ? null : masking.mask(text).text();
    }

    private static PublicPassage shown(MaskedPassage masked, Content content) {
        var passage = masked.passage();
        return new PublicPassage(
                passage.ordinal(),
                masked.text().text(),
                passage.language(),
                passage.filing().items(),
                passage.filing().basis(),
                place(masked, content.sourceOf(passage)));
    }

    private static PublicContribution.Source place(MaskedPassage masked, Source source) {
        var passage = masked.passage();
        @Nullable Integer attachment = source.origin() instanceof Origin.File file ? file.ordinal() : null;
        @Nullable ItemNumber box = source.origin() instanceof Origin.Box in ? in.item() : null;
        @Nullable Integer page = passage.page() == 0 ? null : passage.page();
        return new PublicContribution.Source(
                attachment, box, page, passage.span().start(), passage.span().end());
    }
}
