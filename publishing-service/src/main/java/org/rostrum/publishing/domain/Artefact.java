package org.rostrum.publishing.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rostrum.contracts.PublicContribution;

/**
 * A public form as it was read, before anybody trusts it.
 *
 * @param texts every name and every text in it, also of members that this version does not know
 * @param contributorFields names of everything that it says about the contributor
 * @param content what this version understands of it; empty if it is not what it should be
 */
public record Artefact(List<String> texts, Set<String> contributorFields, Optional<PublicContribution> content) {
    public Artefact {
        texts = List.copyOf(texts);
        contributorFields = Set.copyOf(contributorFields);
    }

    @Override
    public String toString() {
        return "Artefact[not shown]";
    }
}
