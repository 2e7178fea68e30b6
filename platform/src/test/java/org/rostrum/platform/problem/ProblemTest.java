package org.rostrum.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void writes_the_members_that_it_has_and_no_others() throws JsonProcessingException {
        Problem problem = Problem.of(422, "wrong-fields", "Some fields are wrong")
                .kept("Nothing.")
                .error("/answers/0/item", "item", "There is no item 9.");

        assertThat(new ObjectMapper().writeValueAsString(problem))
                .isEqualTo("{\"type\":\"urn:rostrum:problem:wrong-fields\",\"title\":\"Some fields are wrong\","
                        + "\"status\":422,\"kept\":\"Nothing.\",\"errors\":[{\"pointer\":\"/answers/0/item\","
                        + "\"field\":\"item\",\"detail\":\"There is no item 9.\"}]}");
    }

    @Test
    void is_never_a_success() {
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.of(200, "fine", "Fine"));
    }

    @Test
    void has_a_kebab_case_name() {
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.of(400, "Not Good", "Not good"));
    }
}
