package org.rostrum.intake.running;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rostrum.contracts.Json;

/** Issues bearer tokens as Keycloak's realm does, and publishes the key; starting Keycloak would take a minute a run. */
final class TestIssuer {
    private final HttpServer server;
    private final KeyPair keys;

    TestIssuer() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/rostrum/protocol/openid-connect/certs", exchange -> {
            byte[] body = Json.write(Map.of("keys", List.of(jwk())));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/rostrum";
    }

    private Map<String, String> jwk() {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "alg",
                "RS256",
                "use",
                "sig",
                "kid",
                "k1",
                "n",
                base64(unsigned(key.getModulus().toByteArray())),
                "e",
                base64(unsigned(key.getPublicExponent().toByteArray())));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    String token(String role) {
        return token(role, "rostrum-api", Instant.now().plusSeconds(60), "RS256");
    }

    String token(String role, String audience, Instant expires, String algorithm) {
        var header = Map.of("alg", algorithm, "kid", "k1", "typ", "JWT");
        var claims = Map.of(
                "iss", issuer(),
                "sub", "subject-of-" + role,
                "aud", List.of(audience),
                "iat", Instant.now().getEpochSecond(),
                "exp", expires.getEpochSecond(),
                "realm_access", Map.of("roles", List.of(role)));
        var signed = base64(Json.write(header)) + "." + base64(Json.write(claims));
        return signed + "." + (algorithm.equals("none") ? "" : base64(sign(signed)));
    }

    /** Signed with the public key as if it were a shared secret, which whoever reads the published key can do. */
    String tokenSignedWithThePublicKey(String role) {
        var unsigned = token(role, "rostrum-api", Instant.now().plusSeconds(60), "HS256");
        var signed = unsigned.substring(0, unsigned.lastIndexOf('.'));
        try {
            var pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(keys.getPublic().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on nobody answers, as when Keycloak is down. */
    void stop() {
        server.stop(0);
    }

    private byte[] sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
