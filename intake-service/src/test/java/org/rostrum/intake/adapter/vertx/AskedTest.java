package org.rostrum.intake.adapter.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.adapter.vertx.Asked.Kind;

class AskedTest {
    private static final String SUBMISSIONS = "/api/v1/consultations/broadband/rounds/first/submissions";

    private static Asked post(String path, String... headers) {
        var all = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return Asked.by(HttpMethod.POST, all, path);
    }

    @Test
    void a_submission_is_counted_to_its_consultation() {
        var asked = post(SUBMISSIONS, "idempotency-key", "k-12345678", "content-length", "2048");

        assertThat(asked.kind()).isEqualTo(Kind.SENDING);
        assertThat(asked.consultation()).hasValue("broadband");
        assertThat(asked.key()).hasValue("k-12345678");
    }

    @Test
    void parameters_in_the_path_lead_to_no_other_queue() {
        var asked =
                post(SUBMISSIONS.replace("/consultations", "/consultations;a=b").replace("band/", "band;c=d/"));

        assertThat(asked.consultation()).hasValue("broadband");
        assertThat(asked.kind()).isEqualTo(Kind.SENDING);
    }

    @Test
    void long_bodies_and_those_of_unknown_length_are_uploads() {
        assertThat(post(SUBMISSIONS, "Content-Length", "65537").kind()).isEqualTo(Kind.UPLOAD);
        assertThat(post(SUBMISSIONS, "Transfer-Encoding", "chunked").kind()).isEqualTo(Kind.UPLOAD);
        assertThat(post(SUBMISSIONS, "Content-Length", "65536").kind()).isEqualTo(Kind.SENDING);
    }

    @Test
    void forms_and_last_steps_are_told_from_what_begins() {
        assertThat(post("/consultations/broadband/respond").kind()).isEqualTo(Kind.FINISHING);
        assertThat(post("/api/v1/submissions/ABCDE-FGHJK/withdrawal").kind()).isEqualTo(Kind.FINISHING);
    }

    @Test
    void an_upload_is_begun_by_one_request_and_finished_by_another() {
        var uploads = "/api/v1/consultations/broadband/rounds/first/uploads";

        assertThat(post(uploads).beginsUpload()).isTrue();
        assertThat(post(uploads + "/u1").beginsUpload()).isFalse();
        assertThat(post(SUBMISSIONS).beginsUpload()).isFalse();
    }

    @Test
    void health_is_never_held_up_and_what_only_looks_like_it_is() {
        assertThat(post("/q/health/ready").kind()).isEqualTo(Kind.FREE);
        assertThat(post("/qualms").kind()).isEqualTo(Kind.SENDING);
    }

    @Test
    void references_and_drafts_can_be_guessed_and_pages_cannot() {
        assertThat(post("/api/v1/submissions/ABCDE-FGHJK").guessable()).isTrue();
        assertThat(post("/consultations/broadband/drafts/x").guessable()).isTrue();
        assertThat(post("/consultations/broadband").guessable()).isFalse();
    }
}
