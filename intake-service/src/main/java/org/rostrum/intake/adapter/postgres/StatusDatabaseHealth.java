package org.rostrum.intake.adapter.postgres;

import io.smallrye.health.api.Wellness;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether status pages can be answered in full, at {@code /q/health/well}: never a reason to take intake out of service. */
@Wellness
public class StatusDatabaseHealth implements HealthCheck {
    private static final int SECONDS = 2;

    private final DataSource database;

    StatusDatabaseHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("status database").status(answers()).build();
    }

    private boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
