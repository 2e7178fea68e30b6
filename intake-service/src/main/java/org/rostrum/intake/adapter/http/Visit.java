package org.rostrum.intake.adapter.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.domain.DraftToken;

/**
 * One visit to the form of one round.
 *
 * @param key under which it will be sent
 * @param opened the signed note of when the form was opened first
 * @param response what came back of a challenge, if anything did
 * @param draft what is saved of it, if anything is
 */
record Visit(
        ConsultationDefinition definition,
        Round round,
        PageLanguage language,
        DraftToken token,
        String key,
        String opened,
        @Nullable String response,
        Optional<Unfinished> draft) {

    List<String> items() {
        return round.items().map(item -> item.number().value()).toList();
    }

    Visit with(Unfinished saved) {
        return new Visit(definition, round, language, token, saved.key(), saved.opened(), response, Optional.of(saved));
    }

    Visit afresh(DraftToken other, String otherKey) {
        return new Visit(definition, round, language, other, otherKey, opened, null, Optional.empty());
    }

    int revision() {
        return draft.map(Unfinished::revision).orElse(0);
    }

    Form form() {
        return draft.map(saved -> Form.saved(items(), saved.fields())).orElseGet(() -> Form.empty(items()));
    }
}
