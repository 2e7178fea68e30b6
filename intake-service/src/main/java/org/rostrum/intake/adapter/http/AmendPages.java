package org.rostrum.intake.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.adapter.http.AfterTemplates.AmendChoices;
import org.rostrum.intake.adapter.http.AfterTemplates.KeptFile;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.usecase.AmendSubmission.Amended;
import org.rostrum.intake.usecase.AmendSubmission.Amending;
import org.rostrum.intake.usecase.AmendSubmission.Refused;
import org.rostrum.intake.usecase.AmendSubmission.Unknown;
import org.rostrum.intake.usecase.ChangeWindow;
import org.rostrum.intake.usecase.ChangeWindow.Closed;
import org.rostrum.intake.usecase.ChangeWindow.Open;
import org.rostrum.intake.usecase.ContactSeals;
import org.rostrum.intake.usecase.FollowSubmission;
import org.rostrum.intake.usecase.FollowSubmission.Progress;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.problem.Problem;
import org.rostrum.platform.problem.ProblemException;

/** The form in which somebody amends what they sent: filled with the version that stands, and working without script. */
@Path("/submissions/{reference}/amend")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AmendPages {
    private final FollowSubmission follow;
    private final Changes changes;
    private final ChangeWindow window;
    private final ContactSeals seals;
    private final AfterViews views;
    private final Limits limits;
    private final Clock clock;

    AmendPages(
            FollowSubmission follow,
            Changes changes,
            ChangeWindow window,
            ContactSeals seals,
            AfterViews views,
            Limits limits,
            Clock clock) {
        this.follow = follow;
        this.changes = changes;
        this.window = window;
        this.seals = seals;
        this.views = views;
        this.limits = limits;
        this.clock = clock;
    }

    /** One visit to the form. */
    private record Visit(Progress progress, String secret, Open round, PageLanguage language) {
        List<String> items() {
            return round.round().items().map(item -> item.number().value()).toList();
        }
    }

    /** What stands in the form. */
    private record Filled(Form form, Set<String> kept, int base, String key) {}

    @GET
    @Operation(hidden = true)
    public Response form(
            @PathParam("reference") String reference,
            @QueryParam("secret") @Nullable String secret,
            @QueryParam("lang") @Nullable String lang) {
        var visit = visit(reference, secret, lang);
        return page(visit, standing(visit), null, 200);
    }

    private Filled standing(Visit visit) {
        var manifest = visit.progress().manifest();
        var kept = new HashSet<String>();
        manifest.attachments().forEach(file -> kept.add(file.object().sha256()));
        return new Filled(
                Form.saved(visit.items(), typed(manifest)),
                kept,
                manifest.version(),
                UUID.randomUUID().toString());
    }

    private Map<String, String> typed(SubmissionManifest manifest) {
        var typed = new HashMap<String, @Nullable String>();
        var person = manifest.respondent();
        typed.put("givenName", person.givenName());
        typed.put("familyName", person.familyName());
        typed.put("jobTitle", person.jobTitle());
        typed.put("organisation", person.organisation());
        typed.put("country", person.country());
        typed.put("stakeholderGroup", person.stakeholderGroup());
        typed.put("onBehalfOf", manifest.onBehalfOf());
        typed.put("language", manifest.language());
        typed.put("kind", KebabCase.of(manifest.kind()));
        typed.put("publication", KebabCase.of(manifest.publication()));
        typed.put("text", manifest.text());
        typed.put("summary", manifest.summary());
        typed.put(
                "email",
                Optional.ofNullable(manifest.sealedContact())
                        .map(contact -> seals.open(contact, manifest.submission()))
                        .orElse(null));
        manifest.answers().forEach(answer -> typed.put("answer." + answer.item().value(), answer.text()));
        return given(typed);
    }

    private static Map<String, String> given(Map<String, @Nullable String> fields) {
        var given = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
        return given;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response amend(@PathParam("reference") String reference, MultipartFormDataInput input) {
        var parts = new Parts(input);
        var visit = visit(reference, parts.text("secret"), parts.text("lang"));
        var filled = posted(visit, parts);
        try {
            return amend(visit, filled, parts);
        } catch (ProblemException e) {
            return page(visit, filled, e.problem(), e.problem().status());
        }
    }

    private static Filled posted(Visit visit, Parts parts) {
        var typed = new HashMap<String, @Nullable String>();
        parts.names().forEach(name -> {
            var value = parts.text(name);
            typed.put(name, value == null ? null : value.replace("\r\n", "\n"));
        });
        typed.keySet().removeAll(Set.of("secret", "lang", "key", "base", "keep"));
        var base = Optional.ofNullable(parts.text("base")).filter(text -> text.matches("[0-9]{1,4}"));
        var key = Optional.ofNullable(parts.text("key"))
                .flatMap(IdempotencyKey::parse)
                .map(IdempotencyKey::value)
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Filled(
                Form.saved(visit.items(), given(typed)),
                Set.copyOf(parts.texts("keep")),
                base.map(Integer::parseInt).orElse(visit.progress().manifest().version()),
                key);
    }

    private Response amend(Visit visit, Filled filled, Parts parts) {
        var amending = new Amending(
                visit.progress().manifest().reference().value(),
                visit.secret(),
                new IdempotencyKey(filled.key()),
                filled.form().draft(),
                List.of(),
                filled.kept().stream().sorted().toList(),
                parts.files("attachment"),
                filled.base(),
                Channel.FORM,
                Set.of(),
                clock.instant());
        return switch (changes.amend(amending)) {
            case Amended amended -> toReceipt(amended.receipt(), visit.language());
            case Unknown unknown ->
                throw SubmissionsResource.unknownSubmission().asException();
            case Refused refused -> refused(visit, filled, refused.reason());
        };
    }

    private static Response toReceipt(Receipt receipt, PageLanguage language) {
        return Response.seeOther(URI.create("/submissions/%s/receipt?secret=%s&version=%d&lang=%s"
                        .formatted(receipt.reference(), receipt.secret(), receipt.version(), language.tag())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response refused(Visit visit, Filled filled, Refusal reason) {
        var problem = Words.problem(reason);
        if (reason instanceof Refusal.WrongFields wrong) {
            filled.form().mark(wrong.fields(), new FaultWords(visit.language()));
            return page(visit, filled, null, problem.status());
        }
        return page(visit, filled, problem, problem.status());
    }

    /** A closed round is told as such; the form would be written in vain. */
    private Visit visit(String reference, @Nullable String secret, @Nullable String lang) {
        try {
            var progress = follow.follow(reference, secret == null ? "" : secret)
                    .orElseThrow(() -> SubmissionsResource.unknownSubmission().asException());
            progress.history().withdrawal().ifPresent(stored -> {
                throw Words.problem(new Refusal.Withdrawn(stored.withdrawal().withdrawnAt()))
                        .asException();
            });
            return switch (window.at(clock.instant(), progress.manifest())) {
                case Closed closed -> throw Words.problem(closed.reason()).asException();
                case Open open ->
                    new Visit(progress, secret == null ? "" : secret, open, views.language(lang, progress.manifest()));
            };
        } catch (TryAgainLater e) {
            throw Sendings.unavailable(e);
        }
    }

    private Response page(Visit visit, Filled filled, @Nullable Problem problem, int status) {
        var language = visit.language();
        var definition = visit.round().definition();
        var manifest = visit.progress().manifest();
        var page = new AfterTemplates.amend(
                language,
                List.of(),
                manifest.reference().value(),
                visit.secret(),
                views.title(visit.progress(), language),
                new Views(definition, language, clock.instant())
                        .round(visit.round().round()),
                filled.form(),
                choices(definition, visit),
                files(manifest, filled.kept()),
                filled.base(),
                filled.key(),
                problem);
        return AfterViews.privately(status, PagesResource.shown(language, page));
    }

    private AmendChoices choices(ConsultationDefinition definition, Visit visit) {
        var language = visit.language();
        return new AmendChoices(
                limits.fieldCharacters(),
                visit.round().round().accepts().stream().map(KebabCase::of).toList(),
                definition.stakeholderGroups().stream()
                        .map(group -> new AfterTemplates.Group(group.in("en"), language.text(definition, group)))
                        .toList(),
                Form.countries(language.interfaceTag()),
                language.usualChoices());
    }

    private static List<KeptFile> files(SubmissionManifest manifest, Set<String> kept) {
        return manifest.attachments().stream()
                .map(file -> new KeptFile(
                        file.object().sha256(),
                        file.fileName(),
                        Words.size(file.object().size()),
                        kept.contains(file.object().sha256())))
                .toList();
    }
}
