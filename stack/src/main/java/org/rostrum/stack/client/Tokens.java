package org.rostrum.stack.client;

import java.util.HashMap;
import java.util.Map;
import org.rostrum.stack.StackFailure;
import org.rostrum.stack.state.Endpoints.DemoUser;

/** Access tokens by user name and password, which only the demo realm gives. */
public final class Tokens {
    private Tokens() {}

    public static String of(DemoUser user, String keycloak) {
        return password(
                keycloak + "/realms/rostrum",
                Map.of("client_id", "rostrum-cli", "scope", "openid"),
                user.name(),
                user.password());
    }

    static String password(String realm, Map<String, String> client, String user, String password) {
        Map<String, String> form = new HashMap<>(client);
        form.put("grant_type", "password");
        form.put("username", user);
        form.put("password", password);
        Http.Answer answer = new Http().post(realm + "/protocol/openid-connect/token", form);
        String token = answer.json().path("access_token").asText();
        if (token.isEmpty()) {
            throw new StackFailure("Keycloak gave " + user + " no token: " + answer.body() + ".");
        }
        return token;
    }
}
