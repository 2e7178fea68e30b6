package org.rostrum.intake.adapter.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.intake.domain.Draft.DraftFile;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.intake.domain.Sender;

/**
 * One visit to the form of one round.
 *
 * @param key under which it will be sent
 * @param opened the signed note of when the form was opened first
 * @param response what came back of a challenge, if anything did
 * @param visitor what is known of whoever visits; nobody is asked in a round for everyone
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
        Sender visitor,
        Optional<Unfinished> draft) {

    List<String> items() {
        return round.items().map(item -> item.number().value()).toList();
    }

    Visit with(Unfinished saved) {
        return new Visit(
                definition, round, language, token, saved.key(), saved.opened(), response, visitor, Optional.of(saved));
    }

    Visit afresh(DraftToken other, String otherKey) {
        return new Visit(definition, round, language, other, otherKey, opened, null, visitor, Optional.empty());
    }

    /** When the last of those uploads began that ended only after the closing; absent if none did. */
    @Nullable
    Instant begunAt() {
        return draft.map(Unfinished::files).orElse(List.of()).stream()
                .map(DraftFile::begunAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    int revision() {
        return draft.map(Unfinished::revision).orElse(0);
    }

    Form form() {
        return draft.map(saved -> Form.saved(items(), saved.fields())).orElseGet(() -> Form.empty(items()));
    }
}
