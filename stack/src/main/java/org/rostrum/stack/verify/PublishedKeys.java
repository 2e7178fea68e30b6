package org.rostrum.stack.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Public keys that verify receipts, by the name that receipts call them. The name follows from the key. */
public record PublishedKeys(Map<String, PublicKey> byId) {

    public PublishedKeys {
        byId = Map.copyOf(byId);
    }

    /**
     * Reads what {@code /api/v1/receipt-key} says, a list of such objects, or PEM.
     *
     * @throws Unverifiable if there is no Ed25519 key in it
     */
    public static PublishedKeys read(String text) {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        for (String base64 : text.contains("-----BEGIN") ? pem(text) : json(text)) {
            PublicKey key = key(base64);
            keys.put(id(key), key);
        }
        if (keys.isEmpty()) {
            throw new Unverifiable(
                    "There is no public key in the key file: give what /api/v1/receipt-key says, or PEM.");
        }
        return new PublishedKeys(keys);
    }

    public Optional<PublicKey> find(String keyId) {
        return Optional.ofNullable(byId.get(keyId));
    }

    private static List<String> pem(String text) {
        List<String> keys = new ArrayList<>();
        for (String block : text.split("-----BEGIN PUBLIC KEY-----", -1)) {
            int end = block.indexOf("-----END PUBLIC KEY-----");
            if (end >= 0) {
                keys.add(block.substring(0, end).replaceAll("\\s", ""));
            }
        }
        return keys;
    }

    private static List<String> json(String text) {
        try {
            JsonNode root = JsonMapper.builder().build().readTree(text);
            List<String> keys = new ArrayList<>();
            (root.isArray() ? root : List.of(root)).forEach(each -> {
                if (each.path("publicKey").isTextual()) {
                    keys.add(each.get("publicKey").textValue());
                }
            });
            return keys;
        } catch (JsonProcessingException e) {
            throw new Unverifiable("The key file is neither JSON nor PEM.", e);
        }
    }

    private static PublicKey key(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unverifiable("The key file holds something that is no Ed25519 key.", e);
        }
    }

    private static String id(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
