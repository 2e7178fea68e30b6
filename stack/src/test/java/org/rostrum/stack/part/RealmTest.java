package org.rostrum.stack.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static final Path FOLDER = Path.of("../deploy/realm");

    @Test
    void the_realm_for_production_holds_no_user_no_secret_and_no_password_grant() throws IOException {
        JsonNode realm =
                new ObjectMapper().readTree(FOLDER.resolve("rostrum-realm.json").toFile());

        assertThat(realm.has("users")).isFalse();
        assertThat(realm.path("clients")).allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.path("secret").asText()).matches("|\\$\\{ROSTRUM_(INTAKE_)?OIDC_CLIENT_SECRET}");
        });
    }

    @Test
    void the_demo_adds_users_and_their_password_grant() throws IOException {
        Realm realm = new Realm(FOLDER);

        JsonNode demo = new ObjectMapper().readTree(realm.forDemo());

        assertThat(demo.path("users")).hasSize(4);
        assertThat(realm.demoUsers()).anySatisfy(user -> {
            assertThat(user.name()).isEqualTo("max");
            assertThat(user.password()).isEqualTo("demo-max");
            assertThat(user.roles()).containsExactly("manager", "staff");
        });
    }
}
