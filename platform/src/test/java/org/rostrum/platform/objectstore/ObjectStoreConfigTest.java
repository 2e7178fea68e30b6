package org.rostrum.platform.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ObjectStoreConfigTest {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:8406");

    @Test
    void hides_its_keys_when_printed() {
        ObjectStoreConfig config =
                new ObjectStoreConfig(ENDPOINT, "who-key", "what-secret", "us-east-1", "rostrum-intake");

        assertThat(config.toString()).contains("rostrum-intake").doesNotContain("who-key", "what-secret");
    }

    @Test
    void refuses_what_cannot_work() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectStoreConfig(URI.create("ftp://host"), "k", "s", "r", "bucket"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectStoreConfig(URI.create("nowhere"), "k", "s", "r", "bucket"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectStoreConfig(ENDPOINT, "k", " ", "r", "bucket"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectStoreConfig(ENDPOINT, "k", "s", "r", "No_Bucket"));
    }
}
