package org.rostrum.stack.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks one receipt, of a submission or of a withdrawal, and names everything that is right and everything that is not. */
public final class VerifyReceipt {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Map<String, String> KINDS = Map.of(
            "https://rostrum.example/schema/receipt/v1", "a submission",
            "https://rostrum.example/schema/withdrawal-receipt/v1", "a withdrawal");
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final PublishedKeys keys;
    private final List<Finding> findings = new ArrayList<>();

    private VerifyReceipt(PublishedKeys keys) {
        this.keys = keys;
    }

    /** One thing that was looked at. */
    public record Finding(boolean right, String sentence) {}

    /**
     * A file whose fingerprint is compared.
     *
     * @param name for the report
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record Given(String name, String sha256) {
        public static Given of(String name, byte[] content) {
            return new Given(name, VerifyReceipt.sha256(content));
        }
    }

    /**
     * Looks at everything, whatever is wrong.
     *
     * @param manifests files that should be the manifest, or the stored withdrawal
     * @param attachments files that should be attachments
     * @throws Unverifiable if the receipt is none, or was signed by a key that is not among ours
     */
    public static List<Finding> verify(
            String receipt, PublishedKeys keys, List<Given> manifests, List<Given> attachments) {
        VerifyReceipt verification = new VerifyReceipt(keys);
        ObjectNode read = read(receipt);
        verification.signature(read);
        verification.reference(read.path("reference").asText());
        manifests.forEach(given -> verification.manifest(read, given));
        attachments.forEach(given -> verification.attachment(read, given));
        return List.copyOf(verification.findings);
    }

    private static ObjectNode read(String receipt) {
        try {
            if (MAPPER.readTree(receipt) instanceof ObjectNode object
                    && KINDS.containsKey(object.path("schema").asText())) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new Unverifiable("The receipt is not JSON: give the file as it was downloaded or mailed.", e);
        }
        throw new Unverifiable("The file is no receipt of Rostrum's that this version knows.");
    }

    private void signature(ObjectNode receipt) {
        JsonNode signature = receipt.path("signature");
        String keyId = signature.path("keyId").asText();
        PublicKey key = keys.find(keyId)
                .orElseThrow(() ->
                        new Unverifiable("The receipt names the key \"" + keyId + "\", which is not among those given: "
                                + String.join(", ", keys.byId().keySet()) + "."));
        boolean right = "Ed25519".equals(signature.path("algorithm").asText())
                && verifies(receipt, key, signature.path("value").asText());
        String what = KINDS.get(receipt.get("schema").textValue());
        find(
                right,
                "The signature is genuine: this is the receipt of " + what + ", unchanged.",
                "The signature does not fit: the receipt was changed, or was not issued by the holder of this key.");
    }

    private static boolean verifies(ObjectNode receipt, PublicKey key, String value) {
        try {
            ObjectNode unsigned = receipt.deepCopy();
            unsigned.remove("signature");
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(MAPPER.writeValueAsBytes(sorted(unsigned)));
            return verifier.verify(Base64.getDecoder().decode(value));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written", e);
        }
    }

    /** Canonical JSON: names sorted, no white space, UTF-8; as the receipt key's page describes it. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var array = MAPPER.createArrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        Map<String, JsonNode> byName = new TreeMap<>();
        node.properties().forEach(entry -> byName.put(entry.getKey(), sorted(entry.getValue())));
        ObjectNode object = MAPPER.createObjectNode();
        byName.forEach(object::set);
        return object;
    }

    private void reference(String reference) {
        find(
                isReference(reference),
                "The reference " + reference + " has the right check character.",
                "The reference \"" + reference + "\" is mistyped: its check character does not fit.");
    }

    /** Nine characters and a weighted sum of their places modulo 31. */
    private static boolean isReference(String reference) {
        if (!reference.matches("[" + ALPHABET + "]{5}-[" + ALPHABET + "]{5}")) {
            return false;
        }
        String bare = reference.replace("-", "");
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (i + 2) * ALPHABET.indexOf(bare.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length()) == bare.charAt(9);
    }

    private void manifest(ObjectNode receipt, Given given) {
        String sha256 = given.sha256();
        boolean right = sha256.equals(receipt.path("manifestSha256").asText())
                || sha256.equals(receipt.path("withdrawalSha256").asText());
        find(
                right,
                given.name() + " is what the receipt is about: the fingerprints agree.",
                given.name() + " is not what the receipt is about: its fingerprint is " + sha256 + ".");
    }

    private void attachment(ObjectNode receipt, Given given) {
        String sha256 = given.sha256();
        String ordinal = "";
        for (JsonNode file : receipt.path("attachments")) {
            if (file.path("sha256").asText().equals(sha256)) {
                ordinal = file.path("ordinal").asText();
            }
        }
        find(
                !ordinal.isEmpty(),
                given.name() + " arrived unchanged, as attachment " + ordinal + ".",
                given.name() + " is none of the attachments that arrived: its fingerprint is " + sha256 + ".");
    }

    private void find(boolean right, String ifRight, String ifWrong) {
        findings.add(new Finding(right, right ? ifRight : ifWrong));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** For reports: whether nothing was wrong. */
    public static boolean isRight(List<Finding> findings) {
        return findings.stream().allMatch(Finding::right);
    }
}
