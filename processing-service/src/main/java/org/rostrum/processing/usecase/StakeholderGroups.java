package org.rostrum.processing.usecase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.processing.domain.keypassages.Census;
import org.rostrum.processing.domain.keypassages.Profile;
import org.rostrum.processing.domain.keypassages.Trait;

/** Respondents choose a group in their language: the organiser's groups by one name, whoever wrote something else by that. */
record StakeholderGroups(List<LocalizedText> offered) {

    String named(String given) {
        return offered.stream()
                .filter(group -> group.byLanguage().containsValue(given.strip()))
                .map(group -> group.in("en"))
                .findFirst()
                .orElse(given.strip());
    }

    Profile named(Profile profile) {
        return new Profile(named(profile.group()), profile.country(), profile.language());
    }

    Census named(Census census) {
        Map<String, Integer> counts = new HashMap<>();
        census.of(Trait.GROUP).forEach((group, count) -> counts.merge(named(group), count, Integer::sum));
        return census.with(Trait.GROUP, counts);
    }
}
