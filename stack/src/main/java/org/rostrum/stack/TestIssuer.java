package org.rostrum.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Issues bearer tokens as Keycloak's realm does, and publishes the key, for tests that need a role and not a login: starting
 * Keycloak would take a minute of their run. Like {@link EmbeddedStack} it needs nothing but the JDK.
 */
public final class TestIssuer {
    private static final int KEY_BITS = 2048;
    private static final int VALID_SECONDS = 300;

    private final KeyPair keys;
    private final HttpServer server;
    private final String issuer;

    private TestIssuer(InetSocketAddress address, String issuer) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            this.keys = generator.generateKeyPair();
            this.server = HttpServer.create(address, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK knows RSA", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.issuer = issuer;
        publishKey();
    }

    /** In the place where the services of this stack look for Keycloak, which therefore must not run. */
    public static TestIssuer inPlaceOfKeycloak(EmbeddedStack stack) {
        String issuer = stack.environment(Part.INTAKE).get("ROSTRUM_OIDC_ISSUER");
        if (issuer == null) {
            throw new IllegalStateException("The stack wrote no ROSTRUM_OIDC_ISSUER");
        }
        int port = URI.create(issuer).getPort();
        return new TestIssuer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), issuer);
    }

    public String issuer() {
        return issuer;
    }

    /** A bearer token with one realm role, valid for five minutes. */
    public String token(String role) {
        long now = Instant.now().getEpochSecond();
        String header = "{\"alg\":\"RS256\",\"kid\":\"k1\",\"typ\":\"JWT\"}";
        String claims = """
                {"iss":"%s","sub":"subject-of-%s","aud":["rostrum-api"],"iat":%d,"exp":%d,"realm_access":{"roles":["%2$s"]}}""".formatted(issuer, role, now, now + VALID_SECONDS);
        String signed = base64(utf8(header)) + "." + base64(utf8(claims));
        return signed + "." + base64(sign(utf8(signed)));
    }

    private void publishKey() {
        byte[] body = utf8(keySet());
        server.createContext("/realms/rostrum/protocol/openid-connect/certs", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"k1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(
                        base64(unsigned(key.getModulus().toByteArray())),
                        base64(unsigned(key.getPublicExponent().toByteArray())));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A fresh key signs", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
