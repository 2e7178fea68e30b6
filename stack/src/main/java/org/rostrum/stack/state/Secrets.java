package org.rostrum.stack.state;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rostrum.stack.StackFailure;

/** The random secrets of one state directory: made at its first start, kept in a file that only its owner reads. */
public record Secrets(Map<String, String> values) {
    public static final String POSTGRES = "postgres.password";
    public static final String KEYCLOAK_ADMIN = "keycloak.admin-password";
    public static final String OIDC_CLIENT = "oidc.client-secret";
    public static final String INTAKE_OIDC_CLIENT = "intake.oidc-client-secret";
    public static final String INTAKE_ID_KEY = "intake.id-key";
    public static final String INTAKE_RECEIPT_KEY = "intake.receipt-key";
    public static final String INTAKE_CONTACT_KEY = "intake.contact-key";

    private static final List<String> S3_NAMES =
            List.of(S3Identity.ADMINISTRATOR, "intake", "processing", "publishing");

    /** Marks a secret that the services refuse outside the demo profile. */
    private static final String DEMO = "demo.";

    public Secrets {
        values = Map.copyOf(values);
    }

    public static Secrets of(StateFolder state, SecureRandom random) {
        Map<String, String> values = new TreeMap<>(fresh(random));
        Map<String, String> kept = PropertiesFile.read(state.secrets());
        values.putAll(kept);
        if (!values.equals(kept)) {
            WholeFile.writeSecret(state.secrets(), PropertiesFile.text(values));
        }
        return new Secrets(values);
    }

    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new StackFailure("The secrets file lacks " + name + ": remove the line or the file and start again.");
        }
        return value;
    }

    /** The keys of {@link S3Identity#ADMINISTRATOR} or of a service; each service has its own. */
    public S3Identity s3(String name) {
        return new S3Identity(name, get("s3." + name + "-access-key"), get("s3." + name + "-secret-key"));
    }

    /** The password of a database role; each service has its own. */
    public String database(String role) {
        return get("postgres." + role + "-password");
    }

    private static Map<String, String> fresh(SecureRandom random) {
        Map<String, String> values = new TreeMap<>(others(random));
        S3_NAMES.forEach(name -> {
            values.put("s3." + name + "-access-key", hex(random, 10));
            values.put("s3." + name + "-secret-key", hex(random, 20));
        });
        return values;
    }

    private static Map<String, String> others(SecureRandom random) {
        return Map.ofEntries(
                Map.entry(POSTGRES, hex(random, 16)),
                Map.entry("postgres.intake-password", hex(random, 16)),
                Map.entry("postgres.processing-password", hex(random, 16)),
                Map.entry("postgres.keycloak-password", hex(random, 16)),
                Map.entry(KEYCLOAK_ADMIN, hex(random, 16)),
                Map.entry(OIDC_CLIENT, DEMO + hex(random, 16)),
                Map.entry(INTAKE_OIDC_CLIENT, DEMO + hex(random, 16)),
                Map.entry(INTAKE_ID_KEY, DEMO + base64(random, 32)),
                Map.entry(INTAKE_RECEIPT_KEY, DEMO + signingKey(random)),
                Map.entry(INTAKE_CONTACT_KEY, DEMO + base64(random, 32)));
    }

    private static String signingKey(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK of ours knows Ed25519", e);
        }
    }

    private static String hex(SecureRandom random, int bytes) {
        return HexFormat.of().formatHex(some(random, bytes));
    }

    private static String base64(SecureRandom random, int bytes) {
        return Base64.getEncoder().encodeToString(some(random, bytes));
    }

    private static byte[] some(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }
}
