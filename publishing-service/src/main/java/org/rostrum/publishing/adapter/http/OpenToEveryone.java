package org.rostrum.publishing.adapter.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Other people's pages may read everything here (the Fetch standard's CORS protocol): nothing depends on who asks. */
@Provider
public class OpenToEveryone implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle("Access-Control-Allow-Origin", "*");
        headers.putSingle("Access-Control-Expose-Headers", "Link, ETag, Retry-After");
        if (request.getMethod().equals("OPTIONS")) {
            headers.putSingle("Access-Control-Allow-Methods", "GET, HEAD");
            headers.putSingle("Access-Control-Allow-Headers", "If-None-Match");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }
}
