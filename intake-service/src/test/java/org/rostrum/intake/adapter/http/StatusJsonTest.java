package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rostrum.contracts.QuarantineReason;

class StatusJsonTest {
    @ParameterizedTest
    @EnumSource
    void tells_the_sender_why_in_the_words_of_the_one_table(QuarantineReason reason) {
        assertThat(StatusJson.why(reason.code())).isEqualTo(reason.sentence());
    }

    @Test
    void a_code_of_tomorrow_has_words_too() {
        assertThat(StatusJson.why("eaten-by-a-dog")).contains("could not be read", "Please send");
    }
}
