package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
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
import org.rostrum.contracts.Audience;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.domain.Challenge;
import org.rostrum.intake.domain.Draft.OtherText;
import org.rostrum.intake.domain.Draft.Sent;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.domain.DraftLife;
import org.rostrum.intake.domain.Limits;

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
            Templates.LimitWords limits,
            List<String> kinds,
            List<Templates.Group> groups,
            List<Form.Country> countries,
            List<PageLanguage.Choice> writtenLanguages,
            List<Notice> notices,
            List<Section> sections,
            String answered,
            List<FileView> files,
            List<OtherView> others,
            boolean membersMay,
            PageLanguage language) {
        /** How long a saved text is, for browsers without script. */
        public String counted(Form form, String name) {
            int used = (int) form.value(name).codePoints().count();
            var words = language.words();
            return used > limits.field()
                    ? language.messages().too_many_characters(words.number(used), limits.fieldWords())
                    : language.messages().count(words.number(used), limits.fieldWords());
        }

        public boolean isSaved() {
            return revision > 0;
        }

        /** What another window wrote into that field. */
        public List<OtherView> othersOf(String field) {
            return others.stream().filter(other -> other.field().equals(field)).toList();
        }
    }

    /** Time on the server's clock. {@code left} is empty without a closing, or after it. */
    public record Timing(String closes, String now, String left, boolean hurry, boolean sendable, boolean takesLate) {}

    /** A question and its parts. */
    public record Section(
            Views.ItemView item, List<Views.ItemView> parts, boolean open, String answered, boolean any) {}

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
        return privately(visit.language(), page, status);
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
        return privately(visit.language(), page, 200).build();
    }

    Response sent(Sent sent, PageLanguage language, ConsultationDefinition definition) {
        var page = new Templates.sent(
                language,
                language.choices(List.of()),
                sent.reference().toString(),
                language.words().instant(sent.savedAt().truncatedTo(ChronoUnit.SECONDS), definition.zone()),
                definition.id().value());
        return privately(language, page, 200).build();
    }

    Response missing(PageLanguage language) {
        var page = new Templates.draftMissing(language, language.choices(List.of()));
        return privately(language, page, 404).build();
    }

    private static ResponseBuilder privately(PageLanguage language, TemplateInstance page, int status) {
        return Response.status(status)
                .entity(PagesResource.shown(language, page).render())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.interfaceTag())
                .header("X-Robots-Tag", "noindex");
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
                limitWords(words),
                visit.round().accepts().stream().map(KebabCase::of).toList(),
                groups(visit.definition(), language),
                Form.countries(language.interfaceTag()),
                language.usualChoices(),
                notices,
                FormSections.of(visit, form),
                language.messages()
                        .answered(
                                words.number(form.answers()),
                                words.number(visit.items().size())),
                saved.map(Unfinished::files).orElse(List.of()).stream()
                        .map(file -> new FileView(file.id(), file.name(), words.size(file.size())))
                        .toList(),
                saved.map(Unfinished::others).orElse(List.of()).stream()
                        .map(other -> other(other, visit))
                        .toList(),
                true, // MembersLogin lets nobody else come so far
                language);
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
                isSendable(round, zone, now),
                round.takesLate());
    }

    private static boolean isSendable(Round round, java.time.ZoneId zone, Instant now) {
        return switch (round.phaseAt(now, zone)) {
            case OPEN -> true;
            case CLOSED -> round.takesLate();
            case ANNOUNCED -> false;
        };
    }

    /** What the clock has to say before anything else does. */
    Optional<Notice> ofTheClock(Visit visit) {
        var say = visit.language().messages();
        var words = visit.language().words();
        var zone = visit.definition().zone();
        var now = clock.instant();
        var round = visit.round();
        if (round.phaseAt(now, zone) == RoundPhase.ANNOUNCED) {
            return Optional.of(
                    Notice.warning(say.not_open_title(), say.not_open_text(words.instant(round.opensAt(zone), zone))));
        }
        return isSendable(round, zone, now)
                ? Optional.empty()
                : Optional.of(Notice.warning(
                        visit.revision() > 0 ? say.closed_title() : say.problem_round_closed(),
                        visit.revision() > 0
                                ? say.closed_text(
                                        words.instant(round.closesAt(zone).orElseThrow(), zone),
                                        words.instant(now.truncatedTo(ChronoUnit.SECONDS), zone))
                                : "",
                        visit.revision() > 0 ? say.closed_next() : ""));
    }

    boolean isForMembers(Visit visit) {
        return visit.round().audience() == Audience.MEMBERS;
    }

    private Templates.LimitWords limitWords(LocalWords words) {
        return new Templates.LimitWords(
                limits.fieldCharacters(),
                words.number(limits.fieldCharacters()),
                words.size(BodiesInMemory.LARGEST),
                words.number(limits.attachments()),
                words.size(limits.attachmentBytes()),
                words.size(limits.attachmentsBytes()));
    }

    private static List<Templates.Group> groups(ConsultationDefinition definition, PageLanguage language) {
        return definition.stakeholderGroups().stream()
                .map(group -> new Templates.Group(group.in("en"), language.text(definition, group)))
                .toList();
    }
}
