package org.rostrum.stack.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rostrum.stack.Part;
import org.rostrum.stack.StackFailure;

/** Where the running parts are reached, and who may log in: the content of {@code endpoints.json}. */
public record Endpoints(Map<String, String> urls, List<DemoUser> users) {
    public Endpoints {
        users = List.copyOf(users);
    }

    /** A login of the demo realm. */
    public record DemoUser(String name, String password, List<String> roles) {
        public DemoUser {
            roles = List.copyOf(roles);
        }

        @Override
        public String toString() {
            return "DemoUser[" + name + " " + roles + "]";
        }
    }

    public static Endpoints of(Ports ports, Set<Part> parts, List<DemoUser> users) {
        Map<String, String> urls = new LinkedHashMap<>();
        List.of(Part.INTAKE, Part.PROCESSING, Part.PUBLISHING, Part.KEYCLOAK, Part.KAFKA, Part.S3, Part.POSTGRES)
                .stream()
                .filter(parts::contains)
                .forEach(part -> urls.put(part.label(), url(part, ports.of(part))));
        if (parts.contains(Part.MAIL)) {
            urls.put(Part.MAIL.label(), "http://localhost:" + ports.mailPage());
        }
        return new Endpoints(urls, parts.contains(Part.KEYCLOAK) ? users : List.of());
    }

    /** How a part is addressed: an HTTP base URL without trailing slash, a Kafka bootstrap address or a JDBC URL. */
    public static String url(Part part, int port) {
        return switch (part) {
            case INTAKE, PROCESSING, PUBLISHING, KEYCLOAK -> "http://localhost:" + port;
            case MAIL -> "smtp://127.0.0.1:" + port;
            case S3 -> "http://127.0.0.1:" + port;
            case KAFKA -> "127.0.0.1:" + port;
            case POSTGRES -> "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        };
    }

    public static Endpoints read(StateFolder state) {
        try {
            Map<String, Object> content = new LinkedHashMap<>(
                    new ObjectMapper().readerForMapOf(Object.class).readValue(Files.readString(state.endpoints())));
            Object users = content.remove("users");
            Map<String, String> urls = new LinkedHashMap<>();
            content.forEach((name, url) -> urls.put(name, url.toString()));
            ObjectMapper mapper = new ObjectMapper();
            return new Endpoints(
                    urls,
                    mapper.convertValue(
                            users, mapper.getTypeFactory().constructCollectionType(List.class, DemoUser.class)));
        } catch (IOException e) {
            throw new StackFailure("Nothing has been started in " + state.root() + " yet: ./rostrum up does.", e);
        }
    }

    public void write(StateFolder state) {
        Map<String, Object> content = new LinkedHashMap<>(urls);
        content.put("users", users);
        try {
            WholeFile.write(
                    state.endpoints(),
                    new ObjectMapper()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(content)
                            + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings and lists always become JSON", e);
        }
    }

    public String url(Part part) {
        String url = urls.get(part.label());
        if (url == null) {
            throw new StackFailure("No " + part.label() + " runs here: ./rostrum up --detach starts what is missing.");
        }
        return url;
    }
}
