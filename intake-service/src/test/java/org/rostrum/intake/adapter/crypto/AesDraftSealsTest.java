package org.rostrum.intake.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.intake.usecase.DraftSeals.Broken;

class AesDraftSealsTest {
    private static final byte[] TEXT = "Typed with care.".getBytes(StandardCharsets.UTF_8);

    private final AesDraftSeals seals =
            new AesDraftSeals("a key for tests only, 32 characters and more", new SecureRandom());
    private final DraftToken token = seals.newToken();

    @TempDir
    private Path folder;

    @Test
    void opens_with_its_own_token_at_its_own_place_only() {
        byte[] sealed = seals.seal(token, "place", TEXT);

        assertThat(seals.open(token, "place", sealed)).isEqualTo(TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Typed");
        assertThatThrownBy(() -> seals.open(seals.newToken(), "place", sealed)).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> seals.open(token, "elsewhere", sealed)).isInstanceOf(Broken.class);
    }

    @Test
    void notices_every_change() {
        byte[] sealed = seals.seal(token, "place", TEXT);
        sealed[sealed.length / 2] ^= 1;

        assertThatThrownBy(() -> seals.open(token, "place", sealed)).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> seals.open(token, "place", new byte[3])).isInstanceOf(Broken.class);
    }

    @Test
    void names_a_draft_without_telling_its_token() {
        assertThat(seals.name(token)).matches("[0-9a-f]{32}").isNotEqualTo(seals.name(seals.newToken()));
        assertThat(seals.name(token)).isEqualTo(seals.name(token));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65535, 65536, 65537, 200_000})
    void seals_files_of_any_size(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(7).nextBytes(content);

        var sealed = sealedFile(content);

        assertThat(opened(sealed)).isEqualTo(content);
    }

    @Test
    void notices_a_file_that_is_cut_between_chunks_or_has_them_in_another_order() throws IOException {
        byte[] sealed = sealedFile(new byte[200_000]);
        int chunk = 64 * 1024 + 16;
        byte[] cut = Arrays.copyOf(sealed, chunk);
        byte[] moved = sealed.clone();
        System.arraycopy(sealed, chunk, moved, 0, chunk);
        System.arraycopy(sealed, 0, moved, chunk, chunk);

        assertThatThrownBy(() -> opened(cut)).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> opened(moved)).isInstanceOf(Broken.class);
    }

    private byte[] sealedFile(byte[] content) throws IOException {
        var open = Files.write(folder.resolve("open"), content);
        seals.seal(token, "file", open, folder.resolve("sealed"));
        return Files.readAllBytes(folder.resolve("sealed"));
    }

    private byte[] opened(byte[] sealed) throws IOException {
        seals.open(token, "file", new ByteArrayInputStream(sealed), folder.resolve("opened"));
        return Files.readAllBytes(folder.resolve("opened"));
    }
}
