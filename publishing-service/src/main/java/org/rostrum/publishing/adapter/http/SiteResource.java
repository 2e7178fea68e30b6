package org.rostrum.publishing.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.rostrum.platform.problem.Problem;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.usecase.PublicFiles;
import org.rostrum.publishing.usecase.PublicFiles.PublicFile;
import org.rostrum.publishing.usecase.Readiness;
import org.rostrum.publishing.usecase.StoreUnavailable;

/** Serves what is in the object store, as it is there. */
@Path("/")
@RunOnVirtualThread
public class SiteResource {
    private static final Pattern COMPILATION =
            Pattern.compile("/consultations/[a-z0-9-]+/rounds/[a-z0-9-]+/compilation\\.(docx|pdf|html|json)");
    /** Short, and asked again after it: what is taken down disappears from caches. */
    private static final String CACHE = "public, max-age=5, must-revalidate";

    private final PublicFiles files;
    private final Readiness readiness;

    SiteResource(PublicFiles files, Readiness readiness) {
        this.files = files;
        this.readiness = readiness;
    }

    @GET
    @Operation(hidden = true)
    public Response home(@Context Request request) {
        return serve(SitePath.HOME, request);
    }

    @GET
    @Path("sitemap.xml")
    @Operation(hidden = true)
    public Response sitemap(@Context Request request) {
        return serve(SitePath.SITEMAP, request);
    }

    @GET
    @Path("robots.txt")
    @Operation(hidden = true)
    public Response robots(@Context Request request) {
        return serve(SitePath.ROBOTS, request);
    }

    @GET
    @Path("consultations/{rest:.+}")
    @Operation(hidden = true)
    public Response page(@Context UriInfo uri, @Context Request request) {
        return serve(new SitePath("/" + uri.getPath(true).replaceFirst("^/", "")), request);
    }

    private Response serve(SitePath path, Request request) {
        return files.find(path).map(file -> serve(file, request)).orElseThrow(() -> missing(path));
    }

    private Response serve(PublicFile file, Request request) {
        var tag = new EntityTag(file.sha256());
        var unchanged = file.gone() ? null : request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.header(HttpHeaders.CACHE_CONTROL, CACHE).build();
        }
        var response = Response.status(file.gone() ? Response.Status.GONE : Response.Status.OK)
                .entity(read(file))
                .type(file.mediaType())
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE);
        file.fileName().ifPresent(name -> response.header(HttpHeaders.CONTENT_DISPOSITION, disposition(file, name)));
        return response.build();
    }

    /** The name is made of ids only. */
    private static String disposition(PublicFile file, String name) {
        var shownInBrowsers = file.mediaType().startsWith("text/html")
                || file.mediaType().startsWith("application/pdf")
                || file.mediaType().startsWith("application/json");
        return (shownInBrowsers ? "inline" : "attachment") + "; filename=\"" + name + "\"";
    }

    private byte[] read(PublicFile file) {
        try {
            return files.read(file);
        } catch (StoreUnavailable e) {
            throw notNow("The page cannot be read at the moment.");
        }
    }

    private RuntimeException missing(SitePath path) {
        if (!readiness.isCaughtUp()) {
            return notNow("The site is being made ready.");
        }
        if (files.isHidden(path) || files.find(path).isPresent()) {
            return notNow("Something is no longer public, and the page is being made anew without it.");
        }
        if (COMPILATION.matcher(path.value()).matches() && readiness.isRound(path)) {
            return notNow("The document is being made anew; this takes a few seconds.");
        }
        return Problem.of(404, "not-found", "There is nothing at this address")
                .next("Check the address for typing mistakes, or start from the first page.")
                .asException();
    }

    private static RuntimeException notNow(String why) {
        return Problem.of(503, "not-yet", "Not available at this moment")
                .detail(why)
                .next("Try again in a few seconds.")
                .asException()
                .retryAfter(Duration.ofSeconds(2));
    }
}
