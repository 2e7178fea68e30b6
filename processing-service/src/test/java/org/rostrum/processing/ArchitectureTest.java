package org.rostrum.processing;

import org.junit.jupiter.api.Test;
import org.rostrum.architecture.LayerRules;

class ArchitectureTest {

    @Test
    void layers_hold() {
        LayerRules.of("org.rostrum.processing").check();
    }
}
