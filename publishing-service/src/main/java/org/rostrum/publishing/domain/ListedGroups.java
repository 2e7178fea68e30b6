package org.rostrum.publishing.domain;

import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.Publication;

/**
 * The stakeholder groups that a definition offers. An anonymous contributor who wrote a group of their own may have told
 * who they are by it.
 *
 * @param names in every language
 */
record ListedGroups(Set<String> names) {
    static final ListedGroups NONE = new ListedGroups(Set.of());

    ListedGroups {
        names = Set.copyOf(names);
    }

    static ListedGroups of(ConsultationDefinition definition) {
        return new ListedGroups(definition.stakeholderGroups().stream()
                .flatMap(group -> group.byLanguage().values().stream())
                .map(String::strip)
                .collect(Collectors.toSet()));
    }

    /** The contribution as it is, or without its group if that is not one of these and its author is anonymous. */
    PublishedContribution only(PublishedContribution contribution) {
        var content = contribution.content();
        var group = content.contributor().stakeholderGroup();
        return content.publication() != Publication.ANONYMOUS || group == null || names.contains(group.strip())
                ? contribution
                : contribution.of(withoutGroup(content));
    }

    private static PublicContribution withoutGroup(PublicContribution content) {
        var from = content.contributor();
        return new PublicContribution(
                content.schema(),
                content.submission(),
                content.reference(),
                content.version(),
                content.consultation(),
                content.round(),
                content.kind(),
                content.publication(),
                new Contributor(
                        from.name(), from.jobTitle(), from.organisation(), from.onBehalfOf(), from.country(), null),
                content.language(),
                content.receivedAt(),
                content.summary(),
                content.passages(),
                content.flags());
    }
}
