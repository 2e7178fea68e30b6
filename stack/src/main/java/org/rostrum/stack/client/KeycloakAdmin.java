package org.rostrum.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.rostrum.stack.StackFailure;

/** What the launcher changes in a Keycloak that already has the realm. */
public record KeycloakAdmin(String url, String password) {

    /** Lets the staff's login return to this dashboard and to no other. */
    public void redirectStaffTo(String dashboard) {
        Http http = new Http().bearing(token());
        JsonNode found = http.get(url + "/admin/realms/rostrum/clients?clientId=rostrum-staff")
                .json();
        if (!(found.path(0) instanceof ObjectNode client)) {
            throw new StackFailure("Keycloak's realm has no client rostrum-staff: import deploy/realm again.");
        }
        client.putArray("redirectUris").add(dashboard + "/*");
        client.putArray("webOrigins").add(dashboard);
        client.withObject("/attributes").put("post.logout.redirect.uris", dashboard + "/*");
        http.put(
                        url + "/admin/realms/rostrum/clients/"
                                + client.path("id").asText(),
                        "application/json",
                        client.toString())
                .orFail("Keycloak did not accept the dashboard's address");
    }

    private String token() {
        return Tokens.password(url + "/realms/master", Map.of("client_id", "admin-cli"), "admin", password);
    }

    @Override
    public String toString() {
        return "KeycloakAdmin[" + url + "]";
    }
}
