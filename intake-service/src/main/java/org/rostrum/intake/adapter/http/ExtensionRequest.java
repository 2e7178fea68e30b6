package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rostrum.contracts.Boundary;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.Problem.FieldError;

/**
 * An extension as it is asked for.
 *
 * @param closes the new closing, in the consultation's zone
 * @param reason why, as everyone reads it
 */
record ExtensionRequest(Boundary closes, LocalizedText reason) {
    private static final int LONGEST_REASON = 2000;

    /** Throws the problem that names everything that is wrong. */
    static ExtensionRequest parse(byte[] body) {
        try {
            return parse(Optional.ofNullable(Json.strictMapper().readTree(body))
                    .orElseGet(() -> Json.mapper().createObjectNode()));
        } catch (JsonProcessingException e) {
            throw Problem.of(400, "not-readable", "This is not JSON").asException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExtensionRequest parse(JsonNode json) {
        var errors = new ArrayList<FieldError>();
        json.fieldNames().forEachRemaining(name -> {
            if (!List.of("closes", "reason").contains(name)) {
                errors.add(new FieldError("/" + name, name, "There is no such field here; leave it out."));
            }
        });
        var closes = closes(json.path("closes").asText(""));
        var reason = reason(json.path("reason"));
        if (closes.isEmpty()) {
            errors.add(new FieldError(
                    "/closes",
                    "closes",
                    "This must be a date such as 2026-09-14 or a date and time such as 2026-09-14T18:00."));
        }
        if (reason.isEmpty()) {
            errors.add(new FieldError(
                    "/reason",
                    "reason",
                    "Everyone reads the reason: a text of at most 2,000 characters, or one for each language."));
        }
        if (closes.isEmpty() || reason.isEmpty() || !errors.isEmpty()) {
            throw Problem.of(422, "wrong-fields", "Some fields are wrong")
                    .kept("Nothing was changed.")
                    .next("Correct every field that is listed and send it again.")
                    .errors(errors)
                    .asException();
        }
        return new ExtensionRequest(closes.get(), reason.get());
    }

    static Optional<Boundary> closes(String text) {
        try {
            return Optional.of(new Boundary(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalizedText> reason(JsonNode json) {
        try {
            return Optional.<LocalizedText>ofNullable(Json.mapper().treeToValue(json, LocalizedText.class))
                    .filter(text -> text.byLanguage().values().stream()
                            .allMatch(words -> !words.isBlank() && words.length() <= LONGEST_REASON));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
