package org.rostrum.stack.state;

import java.util.Locale;
import java.util.Map;
import org.rostrum.stack.StackFailure;

/** A pair of keys of the object store. The administrator creates buckets; every service has a pair of its own. */
public record S3Identity(String name, String accessKey, String secretKey) {
    public static final String ADMINISTRATOR = "administrator";

    public S3Identity {
        if (name.isBlank() || accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("An identity has a name and two keys");
        }
    }

    public boolean isAdministrator() {
        return name.equals(ADMINISTRATOR);
    }

    /** How the S3 server's environment names this pair. */
    public Map<String, String> variables() {
        return Map.of(variable(name, "ACCESS"), accessKey, variable(name, "SECRET"), secretKey);
    }

    /** The pair of this name among the variables of {@link #variables()}. */
    public static S3Identity among(Map<String, String> variables, String name) {
        return new S3Identity(
                name, required(variables, variable(name, "ACCESS")), required(variables, variable(name, "SECRET")));
    }

    private static String variable(String name, String which) {
        return "ROSTRUM_S3_" + name.toUpperCase(Locale.ROOT) + "_" + which + "_KEY";
    }

    private static String required(Map<String, String> variables, String variable) {
        String value = variables.get(variable);
        if (value == null) {
            throw new StackFailure("The environment lacks " + variable + ": start the S3 server by ./rostrum up.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "S3Identity[" + name + "]";
    }
}
