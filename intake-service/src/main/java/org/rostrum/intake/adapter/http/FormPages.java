package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.domain.Admission;
import org.rostrum.intake.domain.Challenge;
import org.rostrum.intake.domain.Draft.OtherText;
import org.rostrum.intake.domain.Draft.Sent;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.domain.DraftLife;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.RoundGate;
import org.rostrum.intake.domain.Sender;

/** The form, its review and what becomes of a draft, as pages. */
@ApplicationScoped
class FormPages {
    /** So long before the closing, sending at once comes before checking: a minute may count. */
    private static final Duration HURRY = Duration.ofMinutes(30);

    private final Limits limits;
    private final DraftLife life;
    private final IntakeConfig config;
    private final Clock clock;

    FormPages(Limits limits, DraftLife life, IntakeConfig config, Clock clock) {
        this.limits = limits;
        this.life = life;
        this.config = config;
        this.clock = clock;
    }

    /** What the form shows beside the questions. */
    public record FormView(
            String token,
            String key,
            String opened,
            int revision,
            String action,
            String savedAt,
            String link,
            String keptUntil,
            Timing timing,
            List<Notice> notices,
            String answered,
            List<FileView> files,
            List<OtherView> others,
            Sender visitor,
            boolean direct,
            FormFields fields)
            implements FormPage {
        @Override
        public boolean isSaved() {
            return revision > 0;
        }

        @Override
        public List<OtherView> othersOf(String field) {
            return others.stream().filter(other -> other.field().equals(field)).toList();
        }

        public boolean isMember() {
            return visitor == Sender.MEMBER;
        }

        /** Somebody is logged in whose account does not help here. */
        public boolean isOther() {
            return visitor == Sender.LOGGED_IN;
        }
    }

    /** Time on the server's clock. {@code left} is empty without a closing, or after it. */
    public record Timing(String closes, String now, String left, boolean hurry, boolean sendable, boolean takesLate) {}

    public record FileView(String id, String name, String size) {}

    public record OtherView(String field, String text, String savedAt) {}

    Response form(Visit visit, Form form, List<Notice> notices, int status) {
        return respond(visit, form, notices, status).build();
    }

    /** The form again, and above it what lets its sender in: work for a browser with script, a button to press later without. */
    Response challenged(Visit visit, Form form, Challenge challenge) {
        long seconds = challenge.patience().toSeconds();
        var view = new Templates.ChallengeView(
                challenge.token(),
                challenge.bits(),
                challenge.puzzles(),
                visit.language().words().number(seconds));
        return respond(visit, form, List.of(), view, 429)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    ResponseBuilder respond(Visit visit, Form form, List<Notice> notices, int status) {
        return respond(visit, form, notices, null, status);
    }

    private ResponseBuilder respond(
            Visit visit, Form form, List<Notice> notices, Templates.@Nullable ChallengeView challenge, int status) {
        var views = new Views(visit.definition(), visit.language(), clock.instant());
        var page = new Templates.respond(
                visit.language(),
                visit.language().choices(visit.definition().offeredLanguages()),
                views.consultation(),
                views.round(visit.round()),
                form,
                view(visit, form, notices),
                challenge);
        return PageResponses.privately(visit.language(), page, status);
    }

    Response review(Visit visit, Form form, List<Notice> notices) {
        var views = new Views(visit.definition(), visit.language(), clock.instant());
        var page = new Templates.review(
                visit.language(),
                visit.language().choices(List.of()),
                views.consultation(),
                views.round(visit.round()),
                form,
                view(visit, form, notices),
                form.value("country").isEmpty()
                        ? ""
                        : Form.countryName(
                                form.value("country"),
                                Locale.forLanguageTag(visit.language().interfaceTag())),
                visit.language().words().number(visit.items().size() - form.answers()));
        return PageResponses.privately(visit.language(), page, 200).build();
    }

    Response sent(Sent sent, PageLanguage language, ConsultationDefinition definition) {
        var page = new Templates.sent(
                language,
                language.choices(List.of()),
                sent.reference().toString(),
                language.words().instant(sent.savedAt().truncatedTo(ChronoUnit.SECONDS), definition.zone()),
                definition.id().value());
        return PageResponses.privately(language, page, 200).build();
    }

    Response missing(PageLanguage language) {
        var page = new Templates.draftMissing(language, language.choices(List.of()));
        return PageResponses.privately(language, page, 404).build();
    }

    private FormView view(Visit visit, Form form, List<Notice> notices) {
        var language = visit.language();
        var words = language.words();
        var zone = visit.definition().zone();
        var saved = visit.draft();
        return new FormView(
                visit.token().value(),
                visit.key(),
                visit.opened(),
                visit.revision(),
                "/consultations/" + visit.definition().id() + "/respond",
                saved.map(draft -> savedAt(draft, visit)).orElse(""),
                config.url() + "/drafts/" + visit.token().value(),
                words.date(life.endsAt(clock.instant(), visit.round().closesAt(zone)), zone),
                timing(visit),
                notices,
                language.formMessages()
                        .answered(
                                words.number(form.answers()),
                                words.number(visit.items().size())),
                saved.map(Unfinished::files).orElse(List.of()).stream()
                        .map(file -> new FileView(file.id(), file.name(), words.size(file.size())))
                        .toList(),
                saved.map(Unfinished::others).orElse(List.of()).stream()
                        .map(other -> other(other, visit))
                        .toList(),
                visit.visitor(),
                config.s3().publicEndpoint().isPresent(),
                FormFields.of(visit.definition(), visit.round(), language, form, limits));
    }

    /** With the zone: whoever writes may be far from it. */
    String savedAt(Unfinished draft, Visit visit) {
        return clock(draft.savedAt(), visit);
    }

    private static String clock(Instant at, Visit visit) {
        var zone = visit.definition().zone();
        return visit.language().words().clock(at, zone);
    }

    private static OtherView other(OtherText other, Visit visit) {
        return new OtherView(other.field(), other.text(), clock(other.savedAt(), visit));
    }

    private Timing timing(Visit visit) {
        var words = visit.language().words();
        var zone = visit.definition().zone();
        var now = clock.instant();
        var round = visit.round();
        var left = round.closesAt(zone)
                .map(closing -> Duration.between(now, closing))
                .filter(Duration::isPositive);
        return new Timing(
                round.closesAt(zone)
                        .map(closing -> words.instant(closing, zone))
                        .orElse(""),
                words.instant(now.truncatedTo(ChronoUnit.SECONDS), zone),
                left.map(words::span).orElse(""),
                left.filter(time -> time.compareTo(HURRY) < 0).isPresent(),
                isSendable(visit, now),
                round.takesLate());
    }

    /** Whether the round would take it now; members are asked for their login only when they send. */
    private static boolean isSendable(Visit visit, Instant now) {
        var gate = new RoundGate(visit.round(), visit.definition().zone());
        return gate.admission(now, visit.begunAt(), Sender.MEMBER) instanceof Admission.Admitted;
    }

    /** What the clock has to say before anything else does. */
    Optional<Notice> ofTheClock(Visit visit) {
        var say = visit.language().formMessages();
        var words = visit.language().words();
        var zone = visit.definition().zone();
        var now = clock.instant();
        var round = visit.round();
        if (round.phaseAt(now, zone) == RoundPhase.ANNOUNCED) {
            return Optional.of(
                    Notice.warning(say.not_open_title(), say.not_open_text(words.instant(round.opensAt(zone), zone))));
        }
        return isSendable(visit, now)
                ? Optional.empty()
                : Optional.of(Notice.warning(
                        visit.revision() > 0
                                ? say.closed_title()
                                : visit.language().problemMessages().problem_round_closed(),
                        visit.revision() > 0
                                ? say.closed_text(
                                        words.instant(round.closesAt(zone).orElseThrow(), zone),
                                        words.instant(now.truncatedTo(ChronoUnit.SECONDS), zone))
                                : "",
                        visit.revision() > 0 ? say.closed_next() : ""));
    }
}
