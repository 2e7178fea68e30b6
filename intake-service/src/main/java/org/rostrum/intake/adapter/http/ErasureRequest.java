package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.KebabCase;
import org.rostrum.intake.domain.SubmissionErasure;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.Problem.FieldError;

/** An erasure as it is asked for by program. */
record ErasureRequest(ErasureGround ground, @Nullable String fileNumber) {
    static final String WRONG_FILE_NUMBER =
            "This must be a number under which you keep the request, such as DSR-2026/14: at most 40 letters, digits and"
                    + " ./_- and at least one digit. Never a name.";

    /** Throws the problem that names everything that is wrong. */
    static ErasureRequest parse(byte[] body) {
        try {
            return parse(Optional.ofNullable(Json.strictMapper().readTree(body))
                    .orElseGet(() -> Json.mapper().createObjectNode()));
        } catch (JsonProcessingException e) {
            throw Problem.of(400, "not-readable", "This is not JSON").asException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ErasureRequest parse(JsonNode json) {
        var errors = new ArrayList<FieldError>();
        json.fieldNames().forEachRemaining(name -> {
            if (!List.of("ground", "fileNumber").contains(name)) {
                errors.add(new FieldError("/" + name, name, "There is no such field here; leave it out."));
            }
        });
        var ground = ground(json.path("ground").asText(""));
        if (ground.isEmpty()) {
            errors.add(new FieldError("/ground", "ground", "This must be one of: " + choices() + "."));
        }
        var fileNumber = json.path("fileNumber");
        if (!fileNumber.isMissingNode() && !SubmissionErasure.isFileNumber(fileNumber.asText(""))) {
            errors.add(new FieldError("/fileNumber", "fileNumber", WRONG_FILE_NUMBER));
        }
        if (ground.isEmpty() || !errors.isEmpty()) {
            throw Problem.of(422, "wrong-fields", "Some fields are wrong")
                    .kept("Nothing was erased.")
                    .next("Correct every field that is listed and send it again.")
                    .errors(errors)
                    .asException();
        }
        return new ErasureRequest(ground.get(), fileNumber.isMissingNode() ? null : fileNumber.asText());
    }

    static Optional<ErasureGround> ground(String word) {
        return Arrays.stream(ErasureGround.values())
                .filter(ground -> KebabCase.of(ground).equals(word))
                .findFirst();
    }

    private static String choices() {
        return Arrays.stream(ErasureGround.values()).map(KebabCase::of).collect(Collectors.joining(", "));
    }
}
