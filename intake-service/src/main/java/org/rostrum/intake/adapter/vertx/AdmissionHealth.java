package org.rostrum.intake.adapter.vertx;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Figures for whoever looks at {@code /q/health} at night; turning people away is no illness, so it is always up. */
@Readiness
@ApplicationScoped
class AdmissionHealth implements HealthCheck {
    private final AdmissionDesk desk;

    AdmissionHealth(AdmissionDesk desk) {
        this.desk = desk;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("admission")
                .up()
                .withData("admitted", desk.counts.admittedSoFar())
                .withData("sending", desk.sending.taken())
                .withData("sending-waiting", desk.sending.waiting())
                .withData("uploading", desk.uploads.taken())
                .withData("uploading-waiting", desk.uploads.waiting())
                .withData("reading", desk.reading.taken())
                .withData("bytes-of-bodies", desk.bodies.taken());
        desk.counts.eachTurnedAway((reason, count) -> response.withData("turned-away-" + reason, count));
        return response.build();
    }
}
