package org.rostrum.specimen.elsewhere;

import org.jspecify.annotations.Nullable;
import org.rostrum.architecture.LayerRules;

/** Has no layer, on purpose, and knows another service's words. */
public class Homeless {
    @Nullable
    LayerRules foreign;
}
