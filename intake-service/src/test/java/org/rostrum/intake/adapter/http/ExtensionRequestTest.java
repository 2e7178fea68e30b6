package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Boundary;
import org.rostrum.platform.problem.Problem.FieldError;
import org.rostrum.platform.problem.ProblemException;

class ExtensionRequestTest {
    private static ExtensionRequest parse(String json) {
        return ExtensionRequest.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(String json) {
        var problem = assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> parse(json))
                .actual()
                .problem();
        assertThat(problem.status()).isIn(400, 422);
        return problem.errors().stream().map(FieldError::pointer).toList();
    }

    @Test
    void takes_a_closing_and_a_reason_in_one_language_or_many() {
        assertThat(parse("{\"closes\":\"2026-09-14\",\"reason\":\"Late papers\"}")
                        .closes())
                .isEqualTo(new Boundary("2026-09-14"));
        assertThat(parse("{\"closes\":\"2026-09-14T18:00\",\"reason\":{\"en\":\"Late\",\"fr\":\"Retard\"}}")
                        .reason()
                        .in("fr"))
                .isEqualTo("Retard");
    }

    @Test
    void names_everything_that_is_wrong_or_missing() {
        assertThat(faults("{}")).containsExactlyInAnyOrder("/closes", "/reason");
        assertThat(faults("{\"closes\":\"2026-09-14\"}")).containsExactly("/reason");
        assertThat(faults("{\"closes\":\"2026-09-14\",\"reason\":null}")).containsExactly("/reason");
        assertThat(faults("{\"closes\":\"2026-09-14\",\"reason\":\"  \"}")).containsExactly("/reason");
        assertThat(faults("{\"closes\":\"soon\",\"reason\":\"Late\"}")).containsExactly("/closes");
        assertThat(faults("{\"closes\":\"2026-09-14\",\"reason\":\"Late\",\"late\":1}"))
                .containsExactly("/late");
        assertThat(faults("")).isNotNull();
        assertThat(faults("[]")).isNotNull();
        assertThat(faults("{")).isEmpty();
    }
}
