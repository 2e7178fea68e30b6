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
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.intake.adapter.http.ManagePages.Refused;
import org.rostrum.intake.adapter.http.ManageTemplates.Entry;
import org.rostrum.intake.adapter.http.ManageTemplates.Listed;
import org.rostrum.intake.adapter.http.ManageTemplates.RoundLine;
import org.rostrum.intake.adapter.http.ManageTemplates.Said;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Revision;
import org.rostrum.intake.usecase.ChangeConsultation.Invalid;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.DefineConsultation;
import org.rostrum.intake.usecase.DefinitionSchema.Violation;
import org.rostrum.intake.usecase.Revisions;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Managers' pages about whole consultations: all of them, one with its rounds and its audit trail, its texts. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("manager")
@RunOnVirtualThread
public class ManageResource {
    private final Consultations consultations;
    private final DefineConsultation define;
    private final Revisions revisions;
    private final ManagePages pages;

    ManageResource(Consultations consultations, DefineConsultation define, Revisions revisions, ManagePages pages) {
        this.consultations = consultations;
        this.define = define;
        this.revisions = revisions;
        this.pages = pages;
    }

    @GET
    @Path("manage")
    @Operation(hidden = true)
    public Response list(@Context SecurityIdentity identity) {
        var all = consultations.all().stream().map(this::listed).toList();
        return ManagePages.page(200, new ManageTemplates.list(pages.frame(identity, stillReading()), all));
    }

    private @Nullable Said stillReading() {
        return consultations.areComplete()
                ? null
                : new Said(
                        "warning",
                        "Not everything is here yet",
                        "The definitions are still being read; try again soon.");
    }

    private Listed listed(DefinedConsultation consultation) {
        var definition = consultation.definition();
        var rounds = definition.rounds().stream()
                .map(round -> pages.round(consultation, round))
                .map(round -> new RoundLine(
                        round.id(),
                        round.title(),
                        round.phase(),
                        round.closes() == null ? "no closing fixed" : "closes " + round.closes()))
                .toList();
        return new Listed(
                definition.id().value(),
                definition.title().in("en"),
                definition.organiser().in("en"),
                consultation.revision(),
                rounds);
    }

    @GET
    @Path("manage/{consultation}")
    @Operation(hidden = true)
    public Response overview(
            @PathParam("consultation") String id,
            @QueryParam("done") @Nullable String done,
            @QueryParam("same") @Nullable String same,
            @Context SecurityIdentity identity) {
        var consultation = pages.find(id);
        var zone = consultation.definition().zone();
        List<Entry> trail = List.of();
        boolean away = false;
        try {
            trail = revisions.of(consultation.definition().id()).stream()
                    .map(revision -> entry(revision, zone))
                    .toList();
        } catch (ObjectStoreUnavailable e) {
            away = true;
        }
        return ManagePages.page(
                200,
                new ManageTemplates.overview(
                        pages.frame(identity, ManagePages.after(done, same)),
                        pages.shown(consultation),
                        consultation.definition().rounds().stream()
                                .map(round -> pages.round(consultation, round))
                                .toList(),
                        trail,
                        away));
    }

    private static Entry entry(Revision revision, ZoneId zone) {
        return new Entry(
                revision.number(),
                Receipt.inWords(revision.at().truncatedTo(ChronoUnit.SECONDS), zone),
                revision.by().name(),
                revision.changes());
    }

    @GET
    @Path("manage/new")
    @Operation(hidden = true)
    public Response begin(@Context SecurityIdentity identity) {
        var fields = Fields.of(DefinitionTree.empty().root())
                .with("zone", "Europe/Zurich")
                .with("round", "first")
                .with("accepts.response", "on");
        return ManagePages.page(200, new ManageTemplates.consultation(pages.frame(identity, null), null, fields, true));
    }

    @POST
    @Path("manage/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response create(MultivaluedMap<String, String> form, @Context SecurityIdentity identity) {
        var fields = Fields.posted(form).with("revision", "0");
        var id = fields.value("id").strip();
        if (!ConsultationId.isValid(id)) {
            fields.wrong("id", "must be 3 to 64 of a-z, 0-9 and hyphens, such as broadband-2026");
            return consultationPage(
                    422,
                    identity,
                    fields,
                    new Said("error", "Not saved: some places are wrong", "What you typed is still here."));
        }
        var tree = DefinitionTree.empty();
        var root = tree.root();
        root.put("id", id);
        texts(fields, tree);
        fields.line(root, "zone");
        ManageRoundResource.settings(fields.with("id", fields.value("round")), tree.addRound());
        fields.with("id", id);
        return pages.answer(
                () -> define.define(pages.request(id, identity, fields), root),
                id,
                "/manage/" + id,
                refused -> consultationPage(
                        ManagePages.status(refused.outcome()),
                        identity,
                        marked(fields, refused, "/rounds/0"),
                        taken(refused)));
    }

    /** For somebody who creates, a revision that stands means that the id is taken. */
    private static Said taken(Refused refused) {
        return refused.said().kind().equals("warning")
                ? new Said("error", "This id is taken", "Another consultation has it; choose another id.")
                : refused.said();
    }

    private Response consultationPage(int status, SecurityIdentity identity, Fields fields, Said said) {
        return ManagePages.page(
                status, new ManageTemplates.consultation(pages.frame(identity, said), null, fields, true));
    }

    @GET
    @Path("manage/{consultation}/edit")
    @Operation(hidden = true)
    public Response edit(@PathParam("consultation") String id, @Context SecurityIdentity identity) {
        var consultation = pages.find(id);
        var fields = Fields.of(DefinitionTree.of(consultation.definition()).root())
                .with("revision", String.valueOf(consultation.revision()))
                .with(
                        "stakeholderGroups",
                        ListedTexts.lines(consultation.definition().stakeholderGroups()))
                .with("themes", ListedTexts.lines(consultation.definition().themes()))
                .with("languages", String.join(", ", consultation.definition().languages()))
                .with(
                        "unofficialLanguages",
                        String.join(", ", consultation.definition().unofficialLanguages()));
        return ManagePages.page(
                200,
                new ManageTemplates.consultation(
                        pages.frame(identity, null), pages.shown(consultation), fields, false));
    }

    @POST
    @Path("manage/{consultation}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @PathParam("consultation") String id,
            MultivaluedMap<String, String> form,
            @Context SecurityIdentity identity) {
        var consultation = pages.find(id);
        var fields = Fields.posted(form);
        var tree = DefinitionTree.of(consultation.definition());
        texts(fields, tree);
        fields.line(tree.root(), "zone");
        ListedTexts.tags(fields, tree.root(), "languages");
        ListedTexts.tags(fields, tree.root(), "unofficialLanguages");
        ListedTexts.texts(fields, tree.root(), "stakeholderGroups");
        ListedTexts.texts(fields, tree.root(), "themes");
        return pages.answer(
                () -> define.define(pages.request(id, identity, fields), tree.root()),
                id,
                "/manage/" + id,
                refused -> ManagePages.page(
                        ManagePages.status(refused.outcome()),
                        new ManageTemplates.consultation(
                                pages.frame(identity, refused.said()),
                                pages.shown(pages.find(id)),
                                marked(fields, refused, ""),
                                false)));
    }

    private static void texts(Fields fields, DefinitionTree tree) {
        var root = tree.root();
        fields.text(root, "title");
        fields.text(root, "organiser");
        fields.line(root, "reference");
        fields.line(root, "contact");
        fields.text(root, "publication");
    }

    static Fields marked(Fields fields, Refused refused, String base) {
        var violations = refused.outcome() instanceof Invalid invalid ? invalid.violations() : List.<Violation>of();
        return fields.mark(violations, base).with("revision", String.valueOf(refused.revision()));
    }
}
