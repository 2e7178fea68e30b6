package org.rostrum.platform.http;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemException;

/** Resources that fail in every way we know. */
@Path("/api/samples")
public class Samples {

    /** What {@link #take} reads. */
    public record Sample(String name, int count) {}

    @POST
    public String take(Sample sample) {
        return sample.name() + sample.count();
    }

    @POST
    @Path("text")
    public String echo(String text) {
        return text;
    }

    @GET
    @Path("failing")
    @Produces(MediaType.APPLICATION_JSON)
    public String fail(@QueryParam("how") String how) {
        switch (how) {
            case "busy" ->
                throw Problem.of(503, "store-away", "The store is away")
                        .asException()
                        .retryAfter(Duration.ofMillis(1500));
            case "gone" -> throw new WebApplicationException(Response.Status.GONE);
            case "constraints" -> throw new ConstraintViolationException(Set.of());
            case "wrapped" -> throw new WebApplicationException(new IllegalStateException("secret words"), 500);
            case "refused" -> throw new ProblemException(Problem.of(422, "too-late", "The round is closed"));
            default -> throw new IllegalStateException("secret words");
        }
    }
}
