package org.rostrum.intake.adapter.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rostrum.contracts.KebabCase;
import org.rostrum.intake.usecase.SignedNotes;

/** Notes signed with a key for each purpose: {@code base64url(note).base64url(first 16 bytes of the HMAC)}. */
public final class HmacNotes implements SignedNotes {
    private static final int MAC_BYTES = 16;
    private static final int LONGEST = 1_000;

    private final Map<Purpose, Hmac> keys = new EnumMap<>(Purpose.class);

    /** @param idKey {@code ROSTRUM_INTAKE_ID_KEY} */
    public HmacNotes(String idKey) {
        for (var purpose : Purpose.values()) {
            keys.put(purpose, Hmac.forPurpose(idKey, "note-" + KebabCase.of(purpose)));
        }
    }

    @Override
    public String sign(Purpose purpose, String note) {
        return base64(note.getBytes(StandardCharsets.UTF_8)) + "." + base64(mac(purpose, note));
    }

    @Override
    public Optional<String> read(Purpose purpose, String token) {
        var parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            var note = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            var mac = Base64.getUrlDecoder().decode(parts[1]);
            return MessageDigest.isEqual(mac, mac(purpose, note)) ? Optional.of(note) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private byte[] mac(Purpose purpose, String note) {
        return Arrays.copyOf(Objects.requireNonNull(keys.get(purpose)).of(note), MAC_BYTES);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
