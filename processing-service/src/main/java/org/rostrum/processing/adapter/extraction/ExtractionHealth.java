package org.rostrum.processing.adapter.extraction;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says what keeps the readers of strangers' files to themselves. It is always up: where they must be isolated and are not, the service does not start. */
@Readiness
public class ExtractionHealth implements HealthCheck {
    private final WorkerPool pool;

    ExtractionHealth(WorkerPool pool) {
        this.pool = pool;
    }

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("extraction").up();
        pool.isolation()
                .ifPresentOrElse(
                        isolation -> health.withData("network", isolation.network())
                                .withData("protections", String.join(", ", isolation.protections())),
                        () -> health.withData("state", "no reader was started yet"));
        return health.withData("killed", pool.killed()).build();
    }
}
