package org.rostrum.intake.adapter.objectstore;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Without the object store nothing can be acknowledged. */
@Readiness
public class StoreReady implements HealthCheck {
    private final ObjectStore store;

    StoreReady(ObjectStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("object store").status(answers()).build();
    }

    private boolean answers() {
        try {
            store.ping();
            return true;
        } catch (ObjectStoreUnavailable e) {
            return false;
        }
    }
}
