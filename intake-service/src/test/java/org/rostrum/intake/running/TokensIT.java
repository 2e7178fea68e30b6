package org.rostrum.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Hostile 62: tokens that look right and are not. Each is refused for defining and for a members' round alike. */
class TokensIT {
    private static final RunningIntake INTAKE = RunningIntake.shared();

    private static final Instant SOON = Instant.parse("2099-01-01T00:00:00Z");

    private static int submit(String token) {
        return INTAKE.send(INTAKE.request(RunningIntake.submissions("insiders"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(RunningIntake.answer("by token"))))
                .statusCode();
    }

    private static int define(String token) {
        return INTAKE.put(
                        "/api/v1/consultations/" + RunningIntake.CONSULTATION,
                        token,
                        "application/yaml",
                        RunningIntake.definition())
                .statusCode();
    }

    @Test
    void hostile_62_a_token_without_a_signature_is_refused() {
        assertThat(submit(INTAKE.issuer.token("member", "rostrum-api", SOON, "none")))
                .isEqualTo(401);
        assertThat(define(INTAKE.issuer.token("manager", "rostrum-api", SOON, "none")))
                .isEqualTo(401);
    }

    @Test
    void hostile_62_a_token_signed_with_the_public_key_is_refused() {
        assertThat(submit(INTAKE.issuer.tokenSignedWithThePublicKey("member"))).isEqualTo(401);
        assertThat(define(INTAKE.issuer.tokenSignedWithThePublicKey("manager"))).isEqualTo(401);
    }

    @Test
    void hostile_62_a_token_for_another_audience_is_refused() {
        assertThat(submit(INTAKE.issuer.token("member", "account", SOON, "RS256")))
                .isEqualTo(401);
    }

    @Test
    void hostile_62_an_expired_token_is_refused() {
        assertThat(submit(INTAKE.issuer.token(
                        "member", "rostrum-api", Instant.now().minusSeconds(600), "RS256")))
                .isEqualTo(401);
    }

    @Test
    void hostile_62_a_token_of_another_issuer_is_refused() throws Exception {
        assertThat(submit(new TestIssuer().token("member"))).isEqualTo(401);
    }

    @Test
    void hostile_62_a_token_with_a_changed_claim_is_refused() {
        var token = INTAKE.issuer.token("staff").split("\\.", -1);
        var other = INTAKE.issuer.token("member").split("\\.", -1);

        assertThat(submit(token[0] + "." + other[1] + "." + token[2])).isEqualTo(401);
    }

    @Test
    void no_token_makes_a_public_round_refuse_anybody() {
        for (var token : List.of("nonsense", INTAKE.issuer.token("member", "rostrum-api", SOON, "none"))) {
            assertThat(INTAKE.send(INTAKE.request(RunningIntake.submissions("first"))
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .header("Authorization", "Bearer " + token)
                                    .POST(BodyPublishers.ofString(RunningIntake.answer("x"))))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void pages_of_public_rounds_set_no_cookie_and_lead_to_no_login() {
        for (var path :
                List.of("/", "/consultations/broadband-now", "/consultations/broadband-now/respond?round=first")) {
            var page = INTAKE.get(path);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void the_form_of_a_members_round_leads_to_the_login_with_a_code_challenge() {
        var form = INTAKE.get("/consultations/broadband-now/respond?round=insiders");

        assertThat(form.statusCode()).isEqualTo(302);
        assertThat(form.headers().firstValue("Location").orElse(""))
                .startsWith(INTAKE.issuer.issuer() + "/protocol/openid-connect/auth?")
                .contains("response_type=code", "client_id=rostrum-intake", "code_challenge_method=S256");
    }

    @Test
    void managers_pages_lead_to_the_login() {
        assertThat(INTAKE.get("/manage").statusCode()).isEqualTo(302);
        assertThat(INTAKE.get("/manage/broadband-now").statusCode()).isEqualTo(302);
    }
}
