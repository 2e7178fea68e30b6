package org.rostrum.stack.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rostrum.stack.StackFailure;
import org.rostrum.stack.state.Endpoints.DemoUser;

/**
 * The realm that Keycloak imports. {@code deploy/realm/rostrum-realm.json} is fit for production: no users, no secrets,
 * no password grant. The demo adds both from {@code deploy/realm/demo/users.json}.
 */
public record Realm(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public List<DemoUser> demoUsers() {
        List<DemoUser> users = new ArrayList<>();
        read("demo/users.json").forEach(user -> users.add(demoUser(user)));
        return users;
    }

    public String forDemo() {
        ObjectNode realm = (ObjectNode) read("rostrum-realm.json");
        realm.set("users", read("demo/users.json"));
        for (JsonNode client : realm.path("clients")) {
            if ("rostrum-cli".equals(client.path("clientId").asText())) {
                ((ObjectNode) client).put("directAccessGrantsEnabled", true);
            }
        }
        return realm.toPrettyString();
    }

    private static DemoUser demoUser(JsonNode user) {
        List<String> roles = new ArrayList<>();
        user.path("realmRoles").forEach(role -> roles.add(role.asText()));
        String password = user.path("credentials").path(0).path("value").asText();
        return new DemoUser(user.path("username").asText(), password, roles);
    }

    private JsonNode read(String name) {
        try {
            JsonNode content = JSON.readTree(Files.readString(folder.resolve(name)));
            if (!(content instanceof ObjectNode) && !(content instanceof ArrayNode)) {
                throw new StackFailure(folder.resolve(name) + " is neither a JSON object nor a list.");
            }
            return content;
        } catch (IOException e) {
            throw new StackFailure(folder.resolve(name) + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
