package org.rostrum.stack.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.stack.verify.VerifyReceipt.Finding;
import org.rostrum.stack.verify.VerifyReceipt.Given;

class VerifyReceiptTest {
    private static final Given MANIFEST = Given.of("manifest.json", utf8("{\"answers\":[]}"));
    private static final Given PAPER = Given.of("paper.pdf", utf8("content"));
    private final KeyPair pair = pair();
    private final PublishedKeys keys = PublishedKeys.read(published(pair));

    @Test
    void a_receipt_as_issued_is_right_with_its_manifest_and_its_files() {
        var findings = VerifyReceipt.verify(receipt("22222-22222"), keys, List.of(MANIFEST), List.of(PAPER));

        assertThat(findings).hasSize(4).allMatch(Finding::right);
    }

    @Test
    void layout_and_order_of_the_file_do_not_matter() {
        var pretty = receipt("22222-22222").replace(",", " ,\n ").replace("{", "{ ");

        assertThat(VerifyReceipt.verify(pretty, keys, List.of(), List.of())).allMatch(Finding::right);
    }

    @Test
    void any_change_is_found() {
        var receipt = receipt("22222-22222");

        for (var changed : List.of(
                receipt.replace("2026-05-01", "2026-04-01"),
                receipt.replace("\"version\":1", "\"version\":2"),
                receipt.replace("\"version\":1", "\"version\":1,\"more\":true"))) {
            assertThat(changed).isNotEqualTo(receipt);
            assertThat(VerifyReceipt.verify(changed, keys, List.of(), List.of()).getFirst())
                    .matches(finding -> !finding.right());
        }
    }

    @Test
    void a_foreign_manifest_and_a_foreign_file_are_found() {
        var other = Given.of("other", utf8("other"));
        var findings = VerifyReceipt.verify(receipt("22222-22222"), keys, List.of(other), List.of(other));

        assertThat(findings).extracting(Finding::right).containsExactly(true, true, false, false);
        assertThat(VerifyReceipt.isRight(findings)).isFalse();
    }

    @Test
    void a_wrong_check_character_is_found_although_the_signature_fits() {
        var findings = VerifyReceipt.verify(receipt("22222-22223"), keys, List.of(), List.of());

        assertThat(findings).extracting(Finding::right).containsExactly(true, false);
    }

    @Test
    void a_key_that_was_not_given_and_a_file_that_is_no_receipt_cannot_be_checked() {
        var others = PublishedKeys.read(published(pair()));

        assertThatThrownBy(() -> VerifyReceipt.verify(receipt("22222-22222"), others, List.of(), List.of()))
                .isInstanceOf(Unverifiable.class)
                .hasMessageContaining("not among those given");
        for (var none : List.of("", "[]", "{}", "{\"schema\":\"x\"}", "{\"a\":1,\"a\":2}")) {
            assertThatThrownBy(() -> VerifyReceipt.verify(none, keys, List.of(), List.of()))
                    .isInstanceOf(Unverifiable.class);
        }
    }

    @Test
    void keys_are_read_as_published_as_a_list_and_as_pem() {
        var pem = "-----BEGIN PUBLIC KEY-----\n" + encoded(pair) + "\n-----END PUBLIC KEY-----\n";

        assertThat(PublishedKeys.read(pem)).isEqualTo(keys);
        assertThat(PublishedKeys.read("[" + published(pair) + "," + published(pair()) + "]")
                        .byId())
                .hasSize(2)
                .containsKeys(keyId(pair));
        assertThatThrownBy(() -> PublishedKeys.read("{}")).isInstanceOf(Unverifiable.class);
        assertThatThrownBy(() -> PublishedKeys.read("{\"publicKey\":\"AAAA\"}")).isInstanceOf(Unverifiable.class);
    }

    private String receipt(String reference) {
        var rest = "\"attachments\":[{\"fileName\":\"paper.pdf\",\"ordinal\":1,\"sha256\":\"" + PAPER.sha256()
                + "\",\"size\":7}],\"manifestSha256\":\"" + MANIFEST.sha256()
                + "\",\"receivedAt\":\"2026-05-01T12:00:00.000Z\",\"reference\":\"" + reference
                + "\",\"schema\":\"https://rostrum.example/schema/receipt/v1\",";
        var signature = "\"signature\":{\"algorithm\":\"Ed25519\",\"keyId\":\"" + keyId(pair) + "\",\"value\":\""
                + sign("{" + rest + "\"version\":1}") + "\"},";
        return "{" + rest + signature + "\"version\":1}";
    }

    private String sign(String canonical) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(utf8(canonical));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String published(KeyPair pair) {
        return "{\"keyId\":\"" + keyId(pair) + "\",\"publicKey\":\"" + encoded(pair) + "\"}";
    }

    private static String encoded(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static String keyId(KeyPair pair) {
        return sha256(pair.getPublic().getEncoded()).substring(0, 16);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
