package org.rostrum.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.rostrum.stack.StackFailure;

/** What the launcher changes in a Keycloak that already has the realm. */
public record KeycloakAdmin(String url, String password) {

    /** Lets the login of that client return to this address and to no other. */
    public void redirect(String clientId, String address) {
        Http http = new Http().bearing(token());
        JsonNode found = http.get(url + "/admin/realms/rostrum/clients?clientId=" + clientId)
                .json();
        if (!(found.path(0) instanceof ObjectNode client)) {
            throw new StackFailure("Keycloak's realm has no client " + clientId + ": import deploy/realm again.");
        }
        client.putArray("redirectUris").add(address + "/*");
        client.putArray("webOrigins").add(address);
        client.withObject("/attributes").put("post.logout.redirect.uris", address + "/*");
        http.put(
                        url + "/admin/realms/rostrum/clients/"
                                + client.path("id").asText(),
                        "application/json",
                        client.toString())
                .orFail("Keycloak did not accept the address of " + clientId);
    }

    private String token() {
        return Tokens.password(url + "/realms/master", Map.of("client_id", "admin-cli"), "admin", password);
    }

    @Override
    public String toString() {
        return "KeycloakAdmin[" + url + "]";
    }
}
