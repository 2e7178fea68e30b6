package org.rostrum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** A guard that never fired guards nothing: each rule meets a class that breaks it. */
class LayerRulesTest {
    private static final LayerRules RULES = LayerRules.of("org.rostrum.specimen");
    private static final JavaClasses SPECIMENS = new ClassFileImporter().importPackages("org.rostrum.specimen");

    @Test
    void finds_a_framework_in_the_domain() {
        assertThat(violations(RULES.domainIsPure())).contains("JsonNode");
    }

    @Test
    void finds_input_and_output_in_the_domain() {
        assertThat(violations(RULES.domainDoesNotTouchTheWorld())).contains("InputStream");
    }

    @Test
    void finds_a_clock_in_the_domain() {
        assertThat(violations(RULES.domainDoesNotAskForTheTime())).contains("Instant.now()");
    }

    @Test
    void finds_an_adapter_in_a_use_case() {
        assertThat(violations(RULES.useCasesKnowNoTechnology())).contains("KnowsAnAdapter");
    }

    @Test
    void finds_an_adapter_that_knows_another() {
        assertThat(violations(RULES.adaptersDoNotKnowEachOther())).contains("Stone");
    }

    @Test
    void finds_a_class_without_a_layer() {
        assertThat(violations(RULES.everyClassHasALayer())).contains("Homeless");
    }

    @Test
    void finds_a_service_that_knows_another() {
        assertThat(violations(RULES.noServiceKnowsAnother())).contains("LayerRules");
    }

    private static String violations(ArchRule rule) {
        return rule.evaluate(SPECIMENS).getFailureReport().toString();
    }
}
