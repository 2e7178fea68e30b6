package org.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** What respondents, staff and readers do through the APIs, as sentences. */
final class Actors {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Keycloak gives five minutes; a slow machine shall not meet their end. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(2);

    private final RunningSystem system;
    private final String consultation;
    private String staffToken = "";
    private Instant tokenUntil = Instant.MIN;

    Actors(RunningSystem system, String consultation) {
        this.system = system;
        this.consultation = consultation;
    }

    // Respondents

    String submissionsUrl(String round) {
        return system.intake() + "/api/v1/consultations/" + consultation + "/rounds/" + round + "/submissions";
    }

    Http.Answer send(ObjectNode submission, String key, Http.File... attachments) {
        var json = Respondents.json(submission);
        return attachments.length == 0
                ? Http.postJson(submissionsUrl("open"), json, "Idempotency-Key", key)
                : Http.postMultipart(submissionsUrl("open"), json, List.of(attachments), "Idempotency-Key", key);
    }

    JsonNode submit(ObjectNode submission, Http.File... attachments) {
        var answer = send(submission, Respondents.newKey(), attachments);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    JsonNode amend(JsonNode receipt, ObjectNode submission) {
        var answer = Http.postJson(
                submissionUrl(receipt) + "/versions",
                Respondents.json(submission),
                "Idempotency-Key",
                Respondents.newKey(),
                "Rostrum-Receipt-Secret",
                receipt.get("secret").asText());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    JsonNode withdraw(JsonNode receipt) {
        var answer = Http.postJson(
                submissionUrl(receipt) + "/withdrawal",
                "",
                "Rostrum-Receipt-Secret",
                receipt.get("secret").asText());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private String submissionUrl(JsonNode receipt) {
        return system.intake() + "/api/v1/submissions/"
                + receipt.get("reference").asText();
    }

    /** Whatever the answer is; by a manager. */
    Http.Answer erase(String reference, String ground) {
        return Http.postJson(
                system.intake() + "/api/v1/submissions/" + reference + "/erasure",
                "{\"ground\":\"" + ground + "\"}",
                "Authorization",
                "Bearer " + system.token(system.userWithRole("manager").name()));
    }

    String stateToldTo(JsonNode receipt) {
        var url = system.intake() + "/api/v1/submissions/"
                + receipt.get("reference").asText();
        var answer =
                Http.get(url, "Rostrum-Receipt-Secret", receipt.get("secret").asText());
        return answer.status() == 200 ? answer.json().path("state").asText() : answer.toString();
    }

    // Staff

    String bearer() {
        if (Instant.now().isAfter(tokenUntil)) {
            staffToken = system.token(system.userWithRole("staff").name());
            tokenUntil = Instant.now().plus(TOKEN_LIFE);
        }
        return "Bearer " + staffToken;
    }

    String casesUrl() {
        return system.processing() + "/api/v1/cases";
    }

    Http.Answer lookAtCase(String reference) {
        return Http.get(casesUrl() + "/" + reference, "Authorization", bearer());
    }

    /** The case once it is with staff, its passages filed. */
    JsonNode waitForCase(String reference) {
        return await("case " + reference)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> lookAtCase(reference),
                        answer -> answer.status() == 200
                                && !answer.json().path("state").asText().equals("in-process"))
                .json();
    }

    Http.Answer move(String reference, String passage, String item) {
        return Http.postJson(
                casesUrl() + "/" + reference + "/passages/" + passage + "/moves",
                "{\"items\":[\"" + item + "\"]}",
                "Authorization",
                bearer());
    }

    Http.Answer clear(String reference) {
        return clear(reference, 1);
    }

    Http.Answer clear(String reference, int version) {
        return Http.postJson(
                casesUrl() + "/" + reference + "/clearances",
                "{\"version\":" + version + "}",
                "Authorization",
                bearer());
    }

    Http.Answer dismissDispute(String reference, String reason) {
        return Http.postJson(
                casesUrl() + "/" + reference + "/dispute/dismissal",
                "{\"reason\":\"" + reason + "\"}",
                "Authorization",
                bearer());
    }

    /** The case once that version of it is with staff. */
    JsonNode waitForCase(String reference, int version) {
        return await("version " + version + " of case " + reference)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> lookAtCase(reference).json(),
                        theCase -> theCase.path("version").asInt() == version
                                && !theCase.path("state").asText().equals("in-process"));
    }

    Http.Answer withhold(String reference, String reason) {
        return Http.postJson(
                casesUrl() + "/" + reference + "/withholdings",
                "{\"reason\":\"" + reason + "\"}",
                "Authorization",
                bearer());
    }

    // Readers

    String site() {
        return system.publishing() + "/consultations/" + consultation;
    }

    String contributionsUrl() {
        return system.publishing() + "/api/v1/consultations/" + consultation + "/contributions";
    }

    List<String> publishedReferences() {
        var answer = Http.get(contributionsUrl() + "?limit=100");
        return answer.status() != 200
                ? List.of()
                : StreamSupport.stream(answer.json().path("contributions").spliterator(), false)
                        .map(contribution -> contribution.path("reference").asText())
                        .toList();
    }

    void waitUntilPublished(String reference) {
        await(reference + " is published")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> publishedReferences().contains(reference)
                        && Http.get(site() + "/contributions/" + reference).status() == 200
                        && Http.get(site() + "/feed.atom").text().contains(reference));
    }

    byte[] compilation(String format) {
        return Http.get(site() + "/rounds/open/compilation." + format).bytes();
    }

    void waitUntilCompiled(String reference) {
        await(reference + " is in the compilation")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> new String(compilation("json"), UTF_8).contains(reference));
    }

    JsonNode accounting() {
        return Http.get(system.publishing() + "/api/v1/consultations/" + consultation + "/accounting")
                .json();
    }
}
