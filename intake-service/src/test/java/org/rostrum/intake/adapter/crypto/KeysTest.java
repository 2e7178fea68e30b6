package org.rostrum.intake.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.domain.IdempotencyKey;

class KeysTest {
    private static final String ID_KEY = "a key for tests only, 32 characters and more";
    private static final IdempotencyKey KEY = new IdempotencyKey("5e1f7c0a");

    private final HmacIdentities identities = new HmacIdentities(ID_KEY, 1);

    @Test
    void the_same_key_in_another_consultation_is_another_submission() {
        assertThat(identities.submission(new ConsultationId("one-two"), KEY))
                .isEqualTo(identities.submission(new ConsultationId("one-two"), KEY))
                .isNotEqualTo(identities.submission(new ConsultationId("one-three"), KEY));
    }

    @Test
    void a_published_id_and_its_reference_do_not_reveal_the_secret_without_the_key() {
        var reference = identities.reference(identities.submission(new ConsultationId("one-two"), KEY), 0);

        assertThat(new HmacIdentities("another key, also with 32 characters or more", 1).receiptSecret(reference, 1))
                .isNotEqualTo(identities.receiptSecret(reference, 1));
    }

    @Test
    void a_short_key_is_refused_with_how_to_make_one() {
        assertThatThrownBy(() -> new HmacIdentities("short", 1)).hasMessageContaining("openssl rand");
    }

    @Test
    void derives_the_public_key_that_belongs_to_the_private_one() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        var signatures = new Ed25519Signatures(
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));

        assertThat(signatures.publicKey()).isEqualTo(pair.getPublic().getEncoded());
    }

    @Test
    void signs_byte_for_byte_as_the_jdk_does() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] receipt = "a receipt".getBytes(StandardCharsets.UTF_8);
        var jdk = Signature.getInstance("Ed25519");
        jdk.initSign(pair.getPrivate());
        jdk.update(receipt);

        var ours = new Ed25519Signatures(
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()))
                .sign(receipt);

        assertThat(ours.value()).isEqualTo(Base64.getEncoder().encodeToString(jdk.sign()));
    }

    @Test
    void a_seal_opens_only_for_its_own_submission() {
        var seals = new AesContactSeals(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom());
        var mine = new SubmissionId("1-00112233445566778899aabbccddeeff");
        var other = new SubmissionId("1-ffeeddccbbaa99887766554433221100");

        var sealed = seals.seal("ada@example.org", mine);

        assertThat(seals.open(sealed, mine)).isEqualTo("ada@example.org");
        assertThat(seals.seal("ada@example.org", mine)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> seals.open(sealed, other)).isInstanceOf(IllegalStateException.class);
    }
}
