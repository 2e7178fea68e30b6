package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.intake.adapter.http.AfterView.VersionView;
import org.rostrum.intake.adapter.http.PageLanguage.Choice;
import org.rostrum.intake.adapter.http.PageLanguage.Text;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.usecase.ChangeWindow;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.FollowSubmission.Progress;
import org.rostrum.intake.usecase.Manifests.StoredManifest;
import org.rostrum.intake.usecase.TryAgainLater;

/** Submissions as pages show them after sending: in one language, at this instant. */
@ApplicationScoped
class AfterViews {
    private final Consultations consultations;
    private final ChangeWindow window;
    private final IntakeConfig config;
    private final Clock clock;

    AfterViews(Consultations consultations, ChangeWindow window, IntakeConfig config, Clock clock) {
        this.consultations = consultations;
        this.window = window;
        this.config = config;
        this.clock = clock;
    }

    /** The language asked for, else the one in which the submission was sent. */
    PageLanguage language(@Nullable String asked, SubmissionManifest manifest) {
        return PageLanguage.chosen(asked == null ? manifest.language() : asked);
    }

    AfterView after(Progress progress, PageLanguage language) {
        var manifest = progress.manifest();
        var definition = definition(manifest.consultation());
        return new AfterView(
                manifest.reference().value(),
                "?secret=" + progress.receipt().secret() + "&lang=" + language.tag(),
                versions(progress, language),
                manifest.flags().contains(SubmissionFlag.LATE),
                manifest.flags().contains(SubmissionFlag.IN_GRACE),
                mayChange(progress),
                definition.flatMap(found -> closing(found, manifest, language)).orElse(null),
                definition.map(ConsultationDefinition::contact).orElse(null),
                progress.stillPublic()
                        .map(path -> config.publishingUrl() + path)
                        .orElse(null),
                progress.history()
                        .withdrawal()
                        .map(stored -> inWords(stored.withdrawal().withdrawnAt(), manifest.consultation(), language))
                        .orElse(null));
    }

    private List<VersionView> versions(Progress progress, PageLanguage language) {
        int standing = progress.manifest().version();
        return progress.history().versions().stream()
                .map(StoredManifest::manifest)
                .map(manifest -> new VersionView(
                        manifest.version(),
                        language.words().number(manifest.version()),
                        inWords(manifest.receivedAt(), manifest.consultation(), language),
                        manifest.version() == standing))
                .toList();
    }

    private boolean mayChange(Progress progress) {
        try {
            return progress.withdrawal().isEmpty()
                    && window.at(clock.instant(), progress.manifest()) instanceof ChangeWindow.Open;
        } catch (TryAgainLater e) {
            return false;
        }
    }

    private static Optional<String> closing(
            ConsultationDefinition definition, SubmissionManifest manifest, PageLanguage language) {
        return definition
                .round(manifest.round())
                .flatMap(round -> round.closesAt(definition.zone()))
                .map(closing -> language.words().instant(closing, definition.zone()));
    }

    Text title(Progress progress, PageLanguage language) {
        return title(progress.manifest().consultation(), language);
    }

    Text title(ConsultationId id, PageLanguage language) {
        return definition(id)
                .map(found -> language.text(found, found.title()))
                .orElseGet(() -> new Text(id.value(), "und", "ltr", false));
    }

    String receivedAt(Progress progress, PageLanguage language) {
        return inWords(progress.manifest().receivedAt(), progress.manifest().consultation(), language);
    }

    String inWords(Instant instant, ConsultationId consultation, PageLanguage language) {
        return language.words()
                .instant(
                        instant,
                        definition(consultation)
                                .<ZoneId>map(ConsultationDefinition::zone)
                                .orElse(ZoneOffset.UTC));
    }

    private Optional<ConsultationDefinition> definition(ConsultationId id) {
        return consultations.find(id).map(DefinedConsultation::definition);
    }

    /** The page that says why nothing can be changed; {@code languages} are those in which it can be had. */
    Response unchangeable(Progress progress, Refusal reason, PageLanguage language, List<Choice> languages) {
        var page = new AfterTemplates.unchangeable(
                language,
                languages,
                progress.manifest().reference().value(),
                progress.receipt().secret(),
                title(progress, language),
                Notice.ofAmending(reason, language));
        return PageResponses.privately(language, page, Words.problem(reason).status())
                .build();
    }

    String keyAddress() {
        return config.url() + "/api/v1/receipt-key";
    }
}
