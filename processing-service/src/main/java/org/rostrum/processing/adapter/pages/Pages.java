package org.rostrum.processing.adapter.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Pages as responses: personal, so no cache keeps them. */
final class Pages {
    private Pages() {}

    static Response.ResponseBuilder of(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page.render());
    }

    /** After a form that succeeded: reloading the next page sends nothing again. */
    static Response seeOther(String address, Flash flash) {
        var fragment = flash.passage() > 0 ? "#passage-" + flash.passage() : "";
        return Response.seeOther(URI.create(address + fragment))
                .cookie(flash.cookie(address))
                .build();
    }
}
