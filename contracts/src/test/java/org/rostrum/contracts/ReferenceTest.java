package org.rostrum.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Reference REFERENCE =
            Reference.fromDigest(HexFormat.of().parseHex("00112233445566778899aabbccddeeff"));

    @Test
    void is_understood_however_a_person_types_it() {
        var typed = " " + REFERENCE.value().toLowerCase(java.util.Locale.ROOT).replace("-", " ") + " ";

        assertThat(Reference.parse(typed)).contains(REFERENCE);
    }

    @Test
    void finds_every_single_wrong_character() {
        var bare = REFERENCE.value().replace("-", "");
        for (int i = 0; i < bare.length(); i++) {
            for (char c : "23456789ABCDEFGHJKMNPQRSTUVWXYZ".toCharArray()) {
                if (c != bare.charAt(i)) {
                    assertThat(Reference.parse(bare.substring(0, i) + c + bare.substring(i + 1)))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void finds_every_swap_of_neighbours() {
        var bare = REFERENCE.value().replace("-", "");
        for (int i = 0; i + 1 < bare.length(); i++) {
            var swapped = new StringBuilder(bare);
            swapped.setCharAt(i, bare.charAt(i + 1));
            swapped.setCharAt(i + 1, bare.charAt(i));
            if (!swapped.toString().equals(bare)) {
                assertThat(Reference.parse(swapped.toString())).isEmpty();
            }
        }
    }
}
