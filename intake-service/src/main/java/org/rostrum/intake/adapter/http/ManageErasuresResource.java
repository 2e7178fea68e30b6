package org.rostrum.intake.adapter.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.adapter.http.Erasing.Listed;
import org.rostrum.intake.adapter.http.ManageTemplates.Erasable;
import org.rostrum.intake.adapter.http.ManageTemplates.ErasedLine;
import org.rostrum.intake.adapter.http.ManageTemplates.GroundChoice;
import org.rostrum.intake.adapter.http.ManageTemplates.Said;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.SubmissionErasure;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.EraseSubmission.Before;
import org.rostrum.intake.usecase.EraseSubmission.Standing;
import org.rostrum.intake.usecase.SubmissionHistory;

/** Managers' pages for erasing a submission for good: nothing of what was written is shown, and it is asked twice. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("manager")
@RunOnVirtualThread
public class ManageErasuresResource {
    private static final String ERASURES = "/manage/erasures";

    private final Erasing erasing;
    private final Consultations consultations;
    private final ManagePages pages;

    ManageErasuresResource(Erasing erasing, Consultations consultations, ManagePages pages) {
        this.erasing = erasing;
        this.consultations = consultations;
        this.pages = pages;
    }

    @GET
    @Path("manage/erasures")
    @Operation(hidden = true)
    public Response list(@QueryParam("reference") @Nullable String typed, @Context SecurityIdentity identity) {
        if (typed == null) {
            return list(200, Fields.empty(), identity);
        }
        return Reference.parse(typed)
                .map(reference -> ManagePages.seeOther(ERASURES + "/" + reference))
                .orElseGet(() -> list(
                        422,
                        Fields.empty()
                                .with("reference", typed)
                                .wrong("reference", "this is no reference; one looks like 9RY34-TU8T9"),
                        identity));
    }

    private Response list(int status, Fields fields, SecurityIdentity identity) {
        var lines = erasing.all().stream().map(this::line).toList();
        return ManagePages.page(status, new ManageTemplates.erasures(pages.frame(identity, null), fields, lines));
    }

    @GET
    @Path("manage/erasures/{reference}")
    @Operation(hidden = true)
    public Response ask(@PathParam("reference") String reference, @Context SecurityIdentity identity) {
        return switch (erasing.require(reference)) {
            case Before(SubmissionErasure erasure) -> erased(erasure, identity);
            case Standing(SubmissionHistory history) -> asked(200, history, Fields.empty(), null, identity);
        };
    }

    @POST
    @Path("manage/erasures/{reference}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response erase(
            @PathParam("reference") String reference,
            MultivaluedMap<String, String> form,
            @Context SecurityIdentity identity) {
        return switch (erasing.require(reference)) {
            case Before(SubmissionErasure erasure) -> toErased(erasure.reference());
            case Standing(SubmissionHistory history) -> erase(history, Fields.posted(form), identity);
        };
    }

    private Response erase(SubmissionHistory history, Fields fields, SecurityIdentity identity) {
        var ground = ErasureRequest.ground(fields.value("ground"));
        var fileNumber = fields.value("fileNumber").strip();
        if (ground.isEmpty()) {
            fields.wrong("ground", "choose why it is erased");
        }
        if (!fileNumber.isEmpty() && !SubmissionErasure.isFileNumber(fileNumber)) {
            fields.wrong(
                    "fileNumber", "a number such as DSR-2026/14: letters, digits and ./_- with a digit, never a name");
        }
        if (!Reference.parse(fields.value("again")).equals(Optional.of(history.reference()))) {
            fields.wrong("again", "type the reference once more, as it stands above");
        }
        if (ground.isEmpty() || !fields.complaints().isEmpty()) {
            var said = new Said("error", "Not erased: something is missing", "What you typed is still here.");
            return asked(422, history, fields, said, identity);
        }
        var erased = erasing.erase(
                history.reference().value(),
                ground.get(),
                fileNumber.isEmpty() ? null : fileNumber,
                Authors.of(identity));
        return toErased(erased.erasure().reference());
    }

    private static Response toErased(Reference reference) {
        return ManagePages.seeOther(ERASURES + "/" + reference);
    }

    private Response asked(
            int status, SubmissionHistory history, Fields fields, @Nullable Said said, SecurityIdentity identity) {
        var first = history.first().manifest();
        var shown = new Erasable(
                history.reference().value(),
                title(first.consultation()),
                first.round().value(),
                Receipt.inWords(first.receivedAt().truncatedTo(ChronoUnit.SECONDS), zone(first.consultation())),
                history.versions().size(),
                history.versions().stream()
                        .mapToInt(stored -> stored.manifest().attachments().size())
                        .sum(),
                history.withdrawal().isPresent());
        return ManagePages.page(
                status, new ManageTemplates.erase(pages.frame(identity, said), shown, grounds(), fields));
    }

    private Response erased(SubmissionErasure erasure, SecurityIdentity identity) {
        var listed = new Listed(erasure, erasing.isComplete(erasure));
        var said = listed.isComplete()
                ? new Said("success", "Erased", "Nothing of it is left here, and the other services were told.")
                : new Said(
                        "warning",
                        "Erased; something is still being removed",
                        "A part of the system did not answer. What is left goes by itself as soon as it does.");
        return ManagePages.page(200, new ManageTemplates.erased(pages.frame(identity, said), line(listed)));
    }

    private ErasedLine line(Listed listed) {
        var erasure = listed.erasure();
        return new ErasedLine(
                erasure.reference().value(),
                title(erasure.consultation()),
                erasure.round().value(),
                Receipt.inWords(erasure.erasedAt().truncatedTo(ChronoUnit.SECONDS), zone(erasure.consultation())),
                erasure.by().name(),
                word(erasure.ground()),
                erasure.fileNumber(),
                listed.isComplete());
    }

    private static List<GroundChoice> grounds() {
        return Arrays.stream(ErasureGround.values())
                .map(ground -> new GroundChoice(KebabCase.of(ground), word(ground)))
                .toList();
    }

    private static String word(ErasureGround ground) {
        return switch (ground) {
            case RESPONDENT_ASKED -> "The respondent asked for it";
            case NOT_THEIR_OWN -> "It was sent in the name of somebody who did not send it";
            case UNLAWFUL_CONTENT -> "It holds what may not be kept, such as other people’s personal data";
            case LEGAL_OBLIGATION -> "A law, a court or an authority demands it";
            case NO_LONGER_NEEDED -> "The time for which it may be kept is over";
        };
    }

    private String title(ConsultationId id) {
        return consultations
                .find(id)
                .map(found -> found.definition().title().in("en"))
                .orElse(id.value());
    }

    private ZoneId zone(ConsultationId id) {
        return consultations
                .find(id)
                .<ZoneId>map(found -> found.definition().zone())
                .orElse(ZoneOffset.UTC);
    }
}
