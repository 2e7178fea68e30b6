package org.rostrum.intake;

import org.junit.jupiter.api.Test;
import org.rostrum.architecture.LayerRules;

class LayersTest {
    @Test
    void keeps_domain_use_cases_and_adapters_apart() {
        LayerRules.of("org.rostrum.intake").check();
    }
}
