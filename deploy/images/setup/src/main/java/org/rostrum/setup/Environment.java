package org.rostrum.setup;

import java.net.URI;
import java.util.Map;
import org.rostrum.platform.objectstore.ObjectStoreConfig;

/** The variables that the services get too; a missing one is named. */
record Environment(Map<String, String> variables) {
    Environment {
        variables = Map.copyOf(variables);
    }

    String require(String name) {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new SetupFailure("The variable %s is missing; set it and start again.".formatted(name));
        }
        return value;
    }

    ObjectStoreConfig objectStore(String bucket) {
        return new ObjectStoreConfig(
                URI.create(require("ROSTRUM_S3_ENDPOINT")),
                require("ROSTRUM_S3_ACCESS_KEY"),
                require("ROSTRUM_S3_SECRET_KEY"),
                require("ROSTRUM_S3_REGION"),
                bucket);
    }

    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }
}
