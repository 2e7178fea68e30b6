package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.intake.adapter.http.ManageTemplates.Frame;
import org.rostrum.intake.adapter.http.ManageTemplates.RoundShown;
import org.rostrum.intake.adapter.http.ManageTemplates.Said;
import org.rostrum.intake.adapter.http.ManageTemplates.Shown;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.usecase.ChangeConsultation.Defined;
import org.rostrum.intake.usecase.ChangeConsultation.Forbidden;
import org.rostrum.intake.usecase.ChangeConsultation.Invalid;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.ChangeConsultation.Overtaken;
import org.rostrum.intake.usecase.ChangeConsultation.Request;
import org.rostrum.intake.usecase.ChangeConsultation.Stale;
import org.rostrum.intake.usecase.ChangeConsultation.Unknown;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.problem.Problem;

/** What managers' pages have in common: what they show of a consultation, and what they say of an outcome. */
@ApplicationScoped
class ManagePages {
    private final Consultations consultations;
    private final Clock clock;

    ManagePages(Consultations consultations, Clock clock) {
        this.consultations = consultations;
        this.clock = clock;
    }

    /** What is said of an outcome that did not come to stand, and the revision to go on from. */
    record Refused(Said said, int revision, Outcome outcome) {}

    interface Again {
        /** The same page with what was typed and what is said. */
        Response page(Refused refused);
    }

    Instant now() {
        return clock.instant();
    }

    DefinedConsultation find(String id) {
        return consultations
                .find(Addressed.consultation(id))
                .orElseThrow(() -> Words.unknownConsultation().asException());
    }

    Round round(DefinedConsultation consultation, String id) {
        return consultation.definition().rounds().stream()
                .filter(round -> round.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "unknown-round", "This consultation has no such round")
                        .next("Go back to the consultation: it may have been removed meanwhile.")
                        .asException());
    }

    Request request(String consultation, SecurityIdentity identity, Fields fields) {
        var revision = fields.value("revision");
        return new Request(
                new ConsultationId(consultation),
                Authors.of(identity),
                revision.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(revision)) : OptionalInt.empty());
    }

    /** Leads on if it came to stand; else the same page again, on top of what stands. */
    Response answer(Supplier<Outcome> change, String consultation, String next, Again again) {
        int standing = ConsultationId.isValid(consultation)
                ? consultations
                        .find(new ConsultationId(consultation))
                        .map(DefinedConsultation::revision)
                        .orElse(0)
                : 0;
        try {
            var outcome = change.get();
            return outcome instanceof Defined defined
                    ? seeOther(next + (next.contains("?") ? "&" : "?") + (defined.changed() ? "done" : "same"))
                    : again.page(new Refused(said(outcome), revision(outcome, standing), outcome));
        } catch (TryAgainLater e) {
            return again.page(new Refused(
                    new Said(
                            "error",
                            "Not confirmed yet",
                            "A part of the system did not answer. What you typed is still here: save again in a few"
                                    + " seconds, that is safe."),
                    standing,
                    new Unknown()));
        }
    }

    private static int revision(Outcome outcome, int standing) {
        return switch (outcome) {
            case Overtaken overtaken -> overtaken.revision();
            case Stale stale -> stale.revision();
            default -> standing;
        };
    }

    private static Said said(Outcome outcome) {
        return switch (outcome) {
            case Stale stale -> inBetween(stale.revision());
            case Overtaken overtaken -> inBetween(overtaken.revision());
            case Forbidden forbidden ->
                new Said("error", "This change would break what people rely on", forbidden.reason());
            case Invalid invalid ->
                new Said(
                        "error",
                        "Not saved: some places are wrong",
                        "What you typed is still here; correct what is listed.");
            case Unknown unknown -> new Said("error", "Not saved", "There is no such consultation or round any more.");
            case Defined defined -> new Said("success", "Saved", "");
        };
    }

    private static Said inBetween(int revision) {
        return new Said(
                "warning",
                "Somebody else changed this consultation in the meantime",
                ("Revision %d stands now; nothing of yours was saved, and it is still here. Look at the audit trail in"
                                + " another tab. If you save again, your fields replace theirs.")
                        .formatted(revision));
    }

    static int status(Outcome outcome) {
        return switch (outcome) {
            case Invalid invalid -> 422;
            case Unknown unknown -> 503;
            default -> 409;
        };
    }

    static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page.setLocale("en").render())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    Frame frame(SecurityIdentity identity, @Nullable Said said) {
        return new Frame(Authors.of(identity).name(), said);
    }

    /** What a page says that was come to after a change. */
    static @Nullable Said after(@Nullable String done, @Nullable String same) {
        if (done != null) {
            return new Said("success", "Saved", "It stands from now on, and the audit trail has it.");
        }
        return same == null ? null : new Said("success", "Nothing to change", "It stood so already.");
    }

    Shown shown(DefinedConsultation consultation) {
        var definition = consultation.definition();
        return new Shown(
                definition.id().value(),
                definition.title().in("en"),
                definition.organiser().in("en"),
                definition.zone().getId(),
                consultation.revision(),
                Receipt.inWords(consultation.definedAt().truncatedTo(ChronoUnit.SECONDS), definition.zone()),
                Receipt.inWords(now().truncatedTo(ChronoUnit.SECONDS), definition.zone()));
    }

    RoundShown round(DefinedConsultation consultation, Round round) {
        var definition = consultation.definition();
        var zone = definition.zone();
        var phase = round.phaseAt(now(), zone);
        var title = round.title();
        var grace = round.grace();
        return new RoundShown(
                round.id().value(),
                title == null ? round.id().value() : title.in("en"),
                KebabCase.of(phase),
                Receipt.inWords(round.opensAt(zone), zone),
                round.closesAt(zone).map(at -> Receipt.inWords(at, zone)).orElse(null),
                KebabCase.of(round.audience()),
                round.accepts().isEmpty()
                        ? "nothing, it only publishes"
                        : round.accepts().stream().map(KebabCase::of).collect(Collectors.joining(", ")),
                grace == null ? "none" : grace.toMinutes() + " minutes",
                round.takesLate() ? "accepted and flagged" : "refused",
                (int) round.items().count(),
                round.instrumentOf() == null ? null : round.instrumentOf().value(),
                DeadlineView.of(definition, round, PageLanguage.chosen("en")),
                phase == RoundPhase.ANNOUNCED,
                phase == RoundPhase.OPEN,
                round.closes() != null);
    }
}
