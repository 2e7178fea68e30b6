package org.rostrum.benchmarks.baseline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rostrum.platform.objectstore.ObjectStore;

/** One object if absent, one record with acks=all, 201: what is sent is neither read nor checked. */
@Path("submissions")
@RunOnVirtualThread
public class BaselineResource {
    /** The answer is as long as a receipt. */
    private static final String PADDING = "x".repeat(850);

    private final ObjectStore store;
    private final BaselineLog log;

    BaselineResource(ObjectStore store, BaselineLog log) {
        this.store = store;
        this.log = log;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response send(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream body) throws IOException {
        var name = key == null ? "none" : key;
        boolean isNew = store.createIfAbsent(
                "baseline/" + name + "/1/manifest.json", body.readAllBytes(), MediaType.APPLICATION_JSON);
        log.append(name);
        return Response.status(isNew ? 201 : 200).entity(answer(name)).build();
    }

    private static byte[] answer(String name) {
        return "{\"reference\":\"%s\",\"padding\":\"%s\"}"
                .formatted(name, PADDING)
                .getBytes(StandardCharsets.UTF_8);
    }
}
