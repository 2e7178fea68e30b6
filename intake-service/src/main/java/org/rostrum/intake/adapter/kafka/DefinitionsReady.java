package org.rostrum.intake.adapter.kafka;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.rostrum.intake.usecase.Consultations;

/** Intake takes requests once it knows every consultation. */
@Readiness
public class DefinitionsReady implements HealthCheck {
    private final Consultations consultations;

    DefinitionsReady(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("consultations")
                .status(consultations.areComplete())
                .withData("known", consultations.all().size())
                .build();
    }
}
