package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;

/** How pages and files go out. */
final class PageResponses {
    private PageResponses() {}

    static TemplateInstance shown(PageLanguage language, TemplateInstance page) {
        return page.setLocale(language.interfaceTag());
    }

    /** A page whose language may depend on the browser; caches must know. */
    static Response publicly(PageLanguage language, TemplateInstance page) {
        return Response.ok(shown(language, page).render())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.interfaceTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** A page for whoever holds its address, and for no cache and no search engine. */
    static ResponseBuilder privately(PageLanguage language, TemplateInstance page, int status) {
        return Response.status(status)
                .entity(shown(language, page).render())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.interfaceTag())
                .header("X-Robots-Tag", "noindex");
    }

    /** A page that can be loaded again and bookmarked, instead of one that asks to be posted again. */
    static Response seeOther(String address) {
        return Response.seeOther(URI.create(address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A receipt to keep, exactly as it was signed. */
    static Response download(String fileName, Object receipt) {
        return Response.ok(Json.writeCanonical(receipt))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .build();
    }

    static String encoded(@Nullable String value) {
        return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8);
    }
}
