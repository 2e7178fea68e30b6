package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rostrum.platform.problem.Problem;

/** Many submissions in one request, for senders with the role {@code bulk-submitter}. */
@Path("api/v1/consultations/{consultation}/rounds/{round}/submissions/batches")
@Tag(name = "Batches")
@RunOnVirtualThread
public class BatchesResource {
    private static final String NDJSON = "application/x-ndjson";

    private final Sendings sendings;
    private final Addressed addressed;
    private final CallerRole caller;
    private final BulkShare share;
    private final Clock clock;

    BatchesResource(Sendings sendings, Addressed addressed, CallerRole caller, BulkShare share, Clock clock) {
        this.sendings = sendings;
        this.addressed = addressed;
        this.caller = caller;
        this.share = share;
        this.clock = clock;
    }

    @POST
    @RolesAllowed("bulk-submitter")
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @Operation(summary = "Send many submissions", description = """
        One JSON object a line: its own `key`, and the `submission` as it would be sent alone (files by `uploads`). Each
        line gets one line of result, in the order of the lines, as soon as it is known; each is received or refused
        alone, by the instant at which that line was here. If the connection breaks, send everything again under the same
        keys: what was received is answered with 200 and the same receipt. Send uncompressed, and read results while you
        send; a client that cannot do both at once keeps to 500 lines a batch.\
        """)
    @RequestBody(content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BatchLines.BatchLine.class)))
    @APIResponse(
            responseCode = "200",
            description = "The batch was read; each line's own status is in its result.",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LineResult.class)))
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "The token lacks the role bulk-submitter.")
    @APIResponse(responseCode = "415", description = "Another content type, or a Content-Encoding.")
    @APIResponse(responseCode = "503", description = "Too many batches at once; Retry-After says when to come back.")
    public Response send(
            @PathParam("consultation") String consultation,
            @PathParam("round") String round,
            @Context HttpHeaders headers,
            InputStream body) {
        requirePlain(headers);
        var place = addressed.round(consultation, round);
        var lines = new BatchLines(sendings, place, caller.sender(place.audience(), headers));
        share.enterBatch();
        StreamingOutput results = out -> run(lines, body, out);
        return Response.ok(results, NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void run(BatchLines lines, InputStream body, OutputStream out) throws IOException {
        try {
            new Batch(share, lines, clock).run(body, out);
        } finally {
            share.leaveBatch();
        }
    }

    /** What is packed cannot be bounded before it is unpacked. */
    private static void requirePlain(HttpHeaders headers) {
        if (headers.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null) {
            throw Problem.of(415, "packed-body", "Packed bodies are not taken")
                    .kept("Nothing of this batch was kept.")
                    .next("Send it again without Content-Encoding.")
                    .asException();
        }
    }
}
