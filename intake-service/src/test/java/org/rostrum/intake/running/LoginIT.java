package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;
import org.rostrum.stack.EmbeddedStack;
import org.rostrum.stack.Part;

/** Managers, members and institutions' own systems with the real Keycloak and the realm that is shipped. */
class LoginIT {
    private static final Path STATE = Path.of("target/login-stack");

    private static final EmbeddedStack STACK =
            EmbeddedStack.start(STATE, Part.KAFKA, Part.S3, Part.POSTGRES, Part.KEYCLOAK, Part.INTAKE);
    private static final String URL = variable("ROSTRUM_INTAKE_URL");
    private static final String ISSUER = variable("ROSTRUM_OIDC_ISSUER");

    private static String variable(String name) {
        return Objects.requireNonNull(STACK.environment(Part.INTAKE).get(name), name);
    }

    @BeforeAll
    static void define() {
        var token = token(Map.of(
                "grant_type", "password", "client_id", "rostrum-cli", "username", "max", "password", "demo-max"));
        var defined =
                send(HttpRequest.newBuilder(URI.create(URL + "/api/v1/consultations/" + RunningIntake.CONSULTATION))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/yaml")
                        .PUT(BodyPublishers.ofString(RunningIntake.definition())));
        assertThat(defined.statusCode()).as(defined.body()).isIn(200, 201);
    }

    @AfterAll
    static void down() {
        STACK.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(HttpClient.newHttpClient(), request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String token(Map<String, String> fields) {
        var response = send(HttpRequest.newBuilder(URI.create(ISSUER + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
        return json(response).path("access_token").asText();
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cookies as browsers keep them on loopback, where Secure ones are sent without TLS, too; by name, for one host. */
    private static final class Jar extends CookieHandler {
        private final Map<String, String> values = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            var line = values.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return line.isEmpty() ? Map.of() : Map.of("Cookie", List.of(line));
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) {
            headers.entrySet().stream()
                    .filter(header -> "Set-Cookie".equalsIgnoreCase(header.getKey()))
                    .flatMap(header -> header.getValue().stream())
                    .flatMap(line -> HttpCookie.parse(line).stream())
                    .forEach(cookie -> {
                        if (cookie.getMaxAge() == 0) {
                            values.remove(cookie.getName());
                        } else {
                            values.put(cookie.getName(), cookie.getValue());
                        }
                    });
        }
    }

    /** A browser with cookies that fills in Keycloak's form. */
    private static final class Browser {
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new Jar())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> open(String path) {
            return send(client, HttpRequest.newBuilder(URI.create(URL + path)).header("Accept", "text/html"));
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            return send(
                    client,
                    HttpRequest.newBuilder(URI.create(URL + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Sec-Fetch-Site", "same-origin")
                            .POST(BodyPublishers.ofString(form(fields))));
        }

        /** The members' form as a page holds it, filled in and sent. */
        HttpResponse<String> post(String formPage, String text) {
            var body = new RunningIntake.Multipart()
                    .field("answer.2.e", text)
                    .field("publication", "public")
                    .field("declaration", "true")
                    .field("do", "send")
                    .field("round", "insiders")
                    .field("lang", "en");
            for (var name : List.of("draft", "key", "revision", "opened")) {
                var hidden = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                        .matcher(formPage);
                assertThat(hidden.find()).as(name).isTrue();
                body.field(name, name.equals("draft") && text.contains("stranger") ? "" : hidden.group(1));
            }
            return send(
                    client,
                    HttpRequest.newBuilder(URI.create(URL + "/consultations/broadband-now/respond"))
                            .header("Content-Type", RunningIntake.Multipart.TYPE)
                            .header("Sec-Fetch-Site", "same-origin")
                            .POST(BodyPublishers.ofByteArray(body.body())));
        }

        HttpResponse<String> logIn(HttpResponse<String> loginPage, String name) {
            var action = Pattern.compile("action=\"([^\"]+)\"").matcher(loginPage.body());
            assertThat(action.find()).as(loginPage.body()).isTrue();
            return send(
                    client,
                    HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                            .header("Accept", "text/html")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form(Map.of("username", name, "password", "demo-" + name)))));
        }

        HttpResponse<String> openAs(String name, String path) {
            return logIn(open(path), name);
        }
    }

    private static int submit(String token) {
        return send(HttpRequest.newBuilder(URI.create(URL + RunningIntake.submissions("insiders")))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(RunningIntake.answer("from a system"))))
                .statusCode();
    }

    @Test
    void a_manager_logs_in_creates_a_consultation_opens_extends_and_closes_its_round() {
        var browser = new Browser();
        var list = browser.openAs("max", "/manage");
        assertThat(list.uri()).hasToString(URL + "/manage");
        assertThat(list.body()).contains("Log out <bdi>max</bdi>", "New consultation");

        var id = "by-hand-" + Long.toString(System.nanoTime(), 36);
        var overview = browser.post(
                "/manage/new",
                Map.of(
                        "id",
                        id,
                        "title.en",
                        "By hand",
                        "title.ar",
                        "باليد",
                        "organiser.en",
                        "The Council",
                        "zone",
                        "Europe/Zurich",
                        "round",
                        "first",
                        "audience",
                        "everyone",
                        "accepts.response",
                        "on",
                        "opens",
                        "2099-01-01",
                        "closes",
                        "2099-02-01"));
        assertThat(overview.uri()).hasToString(URL + "/manage/" + id + "?done");
        assertThat(overview.body()).contains("By hand", "Revision 1</strong> by <bdi>max</bdi>");

        var round = "/manage/" + id + "/rounds/first";
        assertThat(browser.post(
                                round + "/items/new",
                                Map.of("revision", "1", "number", "1", "kind", "question", "text.en", "What helps?"))
                        .body())
                .contains("What helps?");
        assertThat(browser.post(round + "/opening", Map.of("revision", "2")).body())
                .contains("Revision 3");
        assertThat(browser.post(
                                round + "/extension",
                                Map.of("revision", "3", "closes", "2099-03-01", "reason.en", "Papers came late"))
                        .body())
                .contains("The closing was moved", "Papers came late");

        var stale = browser.post(
                round + "/items/1",
                Map.of("revision", "2", "number", "1", "kind", "question", "text.en", "What else?"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody else changed this consultation", "What else?");

        var broken = browser.post(
                round + "/items/1", Map.of("revision", "4", "number", "9", "kind", "question", "text.en", "x"));
        assertThat(broken.statusCode()).isEqualTo(409);
        assertThat(broken.body()).contains("missing: 1.");

        assertThat(browser.post(round + "/closing", Map.of("revision", "4")).body())
                .contains("Revision 5");
    }

    @Test
    void a_pasted_definition_is_told_its_faults_with_their_lines() {
        var browser = new Browser();
        browser.openAs("max", "/manage");

        var faulty = browser.post(
                "/manage/yaml",
                Map.of(
                        "revision",
                        "0",
                        "yaml",
                        "id: pasted-one\ntitle: T\norganiser: O\nzone: Nowhere/Else\nrounds:\n  - id: a\n    opens: soon\n"));

        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains(">Line 4</a>", ">Line 7</a>", "opens: soon");
    }

    @Test
    void an_account_that_manages_nothing_is_turned_away_from_managers_pages() {
        assertThat(new Browser().openAs("mira", "/manage").statusCode()).isEqualTo(403);
    }

    @Test
    void a_form_on_another_site_cannot_make_a_manager_act() {
        var browser = new Browser();
        browser.openAs("max", "/manage");

        var forged = send(
                browser.client,
                HttpRequest.newBuilder(URI.create(URL + "/manage/broadband-now/rounds/first/closing"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(BodyPublishers.ofString("")));

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void a_member_logs_in_and_gets_the_form_and_others_are_told_why_not() {
        var form = new Browser().openAs("mira", "/consultations/broadband-now/respond?round=insiders&lang=en");

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.uri().getPath()).isEqualTo("/consultations/broadband-now/respond");
        assertThat(form.uri().getQuery()).contains("round=insiders");
        assertThat(form.body()).contains("You are logged in as a member.").doesNotContain("and you are not logged in");
        var other = new Browser().openAs("ada", "/consultations/broadband-now/respond?round=insiders&lang=fr");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body())
                .contains("<html lang=\"fr\"", "votre compte n’est pas celui d’un membre", "href=\"/logout\"");
    }

    @Test
    void a_member_sends_by_the_form_and_whoever_is_not_logged_in_keeps_what_they_typed() {
        var member = new Browser();
        var form = member.openAs("mira", "/consultations/broadband-now/respond?round=insiders&lang=en");

        var stranger = new Browser().post(form.body(), "From a stranger: Numbat.");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.body())
                .contains("From a stranger: Numbat.", "and you are not logged in", "href=\"/login\"")
                .doesNotContain("You are logged in as a member.");

        var draft = stranger.body().replaceAll("(?s).*href=\"/drafts/([^/]+)/answers.*", "$1");
        assertThat(member.open("/drafts/" + draft + "?lang=en").body())
                .contains("From a stranger: Numbat.", "You are logged in as a member.");

        var sent = member.post(form.body(), "From a member: Bilby.");
        assertThat(sent.uri().getPath()).endsWith("/receipt");
        assertThat(sent.body()).contains("Your response has arrived");
    }

    @Test
    void an_institutions_own_system_sends_with_client_credentials() {
        var admin = admin();
        var client = "system-" + Long.toString(System.nanoTime(), 36);
        var secret = "a-secret-of-this-test-only-0123456789";
        var realm = URI.create(ISSUER).resolve("/admin/realms/rostrum/");
        assertThat(adminPost(admin, realm.resolve("clients"), """
                        {"clientId":"%s","publicClient":false,"secret":"%s","serviceAccountsEnabled":true,
                         "standardFlowEnabled":false,"directAccessGrantsEnabled":false,"fullScopeAllowed":true,
                         "protocolMappers":[
                          {"name":"audience rostrum-api","protocol":"openid-connect","protocolMapper":"oidc-audience-mapper",
                           "config":{"included.custom.audience":"rostrum-api","access.token.claim":"true"}},
                          {"name":"realm roles","protocol":"openid-connect","protocolMapper":"oidc-usermodel-realm-role-mapper",
                           "config":{"claim.name":"realm_access.roles","jsonType.label":"String","multivalued":"true","access.token.claim":"true"}}]}
                        """.formatted(client, secret))
                        .statusCode())
                .isEqualTo(201);
        var credentials = Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
        assertThat(submit(token(credentials))).as("without the role").isEqualTo(403);

        var id = json(adminGet(admin, realm.resolve("clients?clientId=" + client)))
                .path(0)
                .path("id")
                .asText();
        var account = json(adminGet(admin, realm.resolve("clients/" + id + "/service-account-user")))
                .path("id")
                .asText();
        var member = adminGet(admin, realm.resolve("roles/member")).body();
        adminPost(admin, realm.resolve("users/" + account + "/role-mappings/realm"), "[" + member + "]");

        assertThat(submit(token(credentials))).isEqualTo(201);
    }

    private static String admin() {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(STATE.resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var password = secrets.getProperty("keycloak.admin-password");
        var response =
                send(HttpRequest.newBuilder(URI.create(ISSUER).resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "admin",
                                "password",
                                password)))));
        return json(response).path("access_token").asText();
    }

    private static HttpResponse<String> adminPost(String token, URI uri, String json) {
        return send(HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> adminGet(String token, URI uri) {
        return send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token));
    }

    @Test
    void guessing_a_password_locks_the_account_and_then_the_right_one_does_not_open_it_either() {
        var guess =
                Map.of("grant_type", "password", "client_id", "rostrum-cli", "username", "ben", "password", "wrong");
        for (int i = 0; i < 12; i++) {
            assertThat(token(guess)).isEmpty();
        }

        assertThat(token(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "rostrum-cli",
                        "username",
                        "ben",
                        "password",
                        "demo-ben")))
                .isEmpty();
        assertThat(token(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "rostrum-cli",
                        "username",
                        "ada",
                        "password",
                        "demo-ada")))
                .as("nobody else is locked out")
                .isNotEmpty();
    }

    @Test
    void a_member_with_a_token_still_sends_while_the_login_server_is_down() {
        var token = token(Map.of(
                "grant_type", "password", "client_id", "rostrum-cli", "username", "mira", "password", "demo-mira"));
        assertThat(submit(token)).isEqualTo(201);
        try {
            STACK.kill(Part.KEYCLOAK);

            assertThat(submit(token)).isEqualTo(201);
        } finally {
            STACK.up(Set.of(Part.KEYCLOAK));
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> submit(token) == 201);
    }
}
