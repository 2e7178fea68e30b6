package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.adapter.http.SubmissionJson.NotJson;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.usecase.BeginUpload;
import org.rostrum.intake.usecase.TryAgainLater;

/** Files announced before they are sent, by the API and by the form alike; what is refused becomes a problem. */
@ApplicationScoped
class BegunUploads {
    private final BeginUpload begin;
    private final Limits limits;

    BegunUploads(BeginUpload begin, Limits limits) {
        this.begin = begin;
        this.limits = limits;
    }

    /**
     * What the sender of a big file gets back.
     *
     * @param upload the id by which the submission names the file; whoever has it may use the file
     * @param method with which to send the bytes
     * @param url where to send the bytes: the object store
     * @param headers to be sent exactly so; most clients send Content-Length by themselves
     * @param expiresAt until when the address is valid
     * @param begunAt counts for a round's grace
     */
    @Schema(name = "Upload")
    public record BegunUpload(
            String upload,
            String method,
            String url,
            Map<String, String> headers,
            Instant expiresAt,
            Instant begunAt,
            UploadLimits limits) {}

    /** What one submission may hold. */
    @Schema(name = "UploadLimits")
    public record UploadLimits(long fileBytes, int files, long filesBytes) {}

    /** Throws a {@link org.rostrum.platform.problem.ProblemException} for every refusal. */
    Response begin(ConsultationId consultation, RoundId round, byte[] json, Sender sender, Instant now) {
        var reading = read(json);
        try {
            return switch (begin.begin(consultation, round, reading.draft(), reading.wrong(), sender, now)) {
                case BeginUpload.Refused refused ->
                    throw Words.problem(refused.reason()).asException();
                case BeginUpload.Begun begun -> created(begun);
            };
        } catch (TryAgainLater later) {
            throw Sendings.unavailable(later);
        }
    }

    private Response created(BeginUpload.Begun begun) {
        var invitation = begun.invitation();
        var upload = new BegunUpload(
                begun.upload().id(),
                "PUT",
                invitation.url().toString(),
                invitation.headers(),
                invitation.expiresAt(),
                begun.upload().begunAt(),
                new UploadLimits(limits.attachmentBytes(), limits.attachments(), limits.attachmentsBytes()));
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.write(upload))
                .build();
    }

    private static UploadJson.Reading read(byte[] json) {
        try {
            return UploadJson.read(SubmissionJson.tree(json));
        } catch (NotJson e) {
            throw ApiRequests.notJson(e).asException();
        }
    }
}
