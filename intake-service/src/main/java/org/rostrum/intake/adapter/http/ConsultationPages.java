package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.usecase.Consultations;

/** The pages on which people find out what is asked, and until when. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConsultationPages {
    private final Consultations consultations;
    private final IntakeConfig config;
    private final Clock clock;

    ConsultationPages(Consultations consultations, IntakeConfig config, Clock clock) {
        this.consultations = consultations;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@QueryParam("lang") @Nullable String lang, @Context HttpHeaders headers) {
        var language = PageLanguage.chosen(lang, headers);
        var now = clock.instant();
        var all = consultations.all().stream()
                .map(found -> new Views(found.definition(), language, now).consultation())
                .sorted((a, b) -> Boolean.compare(b.isOpen(), a.isOpen()))
                .toList();
        return PageResponses.publicly(
                language, new Templates.consultations(language, language.choices(offered()), all));
    }

    private List<String> offered() {
        return consultations.all().stream()
                .flatMap(found -> found.definition().offeredLanguages().stream())
                .distinct()
                .toList();
    }

    @GET
    @Path("consultations/{consultation}")
    @Operation(hidden = true)
    public Response consultation(
            @PathParam("consultation") String id,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = PageLanguage.chosen(lang, headers);
        var definition = consultations
                .find(Addressed.consultation(id))
                .orElseThrow(() -> Words.unknownConsultation().asException())
                .definition();
        return PageResponses.publicly(
                language,
                new Templates.consultation(
                        language,
                        language.choices(definition.offeredLanguages()),
                        new Views(definition, language, clock.instant()).consultation(),
                        config.publishingUrl() + "/consultations/" + definition.id()));
    }
}
