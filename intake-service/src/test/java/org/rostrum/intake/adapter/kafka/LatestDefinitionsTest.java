package org.rostrum.intake.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.Fixtures.BROADBAND;

import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.intake.Fixtures;

class LatestDefinitionsTest {
    private static final ConsultationDefinition ONE = Fixtures.definition();
    private static final ConsultationDefinition OTHER =
            Fixtures.definition(Fixtures.YAML.replace("23:59:59", "12:00:00"));

    private final LatestDefinitions latest = new LatestDefinitions();

    @Test
    void of_two_equal_revisions_the_later_stands() {
        latest.take(defined(2, ONE));
        latest.take(defined(2, OTHER));

        assertThat(latest.find(BROADBAND).orElseThrow().definition()).isEqualTo(OTHER);
    }

    @Test
    void a_lower_revision_never_replaces_a_higher_one() {
        latest.take(defined(3, ONE));
        latest.take(defined(2, OTHER));

        assertThat(latest.find(BROADBAND).orElseThrow().revision()).isEqualTo(3);
    }

    private static ConsultationDefined defined(int revision, ConsultationDefinition definition) {
        return new ConsultationDefined(BROADBAND, revision, definition, Fixtures.DURING, "max");
    }
}
