package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.usecase.ChangeWindow;
import org.rostrum.intake.usecase.Consultations;
import org.rostrum.intake.usecase.FollowSubmission.Progress;
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
                versions(progress.receipts()),
                manifest.flags().contains(SubmissionFlag.LATE),
                manifest.flags().contains(SubmissionFlag.IN_GRACE),
                mayChange(progress),
                definition.flatMap(found -> closing(found, manifest)).orElse(null),
                definition.map(ConsultationDefinition::contact).orElse(null),
                progress.stillPublic()
                        .map(path -> config.publishingUrl() + path)
                        .orElse(null),
                progress.withdrawal().map(receipt -> receipt.withdrawnAtLocal()).orElse(null));
    }

    private static List<VersionView> versions(List<Receipt> receipts) {
        return receipts.stream()
                .map(receipt -> new VersionView(
                        receipt.version(), receipt.receivedAtLocal(), receipt.version() == receipts.size()))
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

    private static Optional<String> closing(ConsultationDefinition definition, SubmissionManifest manifest) {
        return definition
                .round(manifest.round())
                .flatMap(round -> round.closesAt(definition.zone()))
                .map(closing -> Receipt.inWords(closing, definition.zone()));
    }

    String title(Progress progress, PageLanguage language) {
        var id = progress.manifest().consultation();
        return definition(id).map(found -> found.title().in(language.tag())).orElse(id.value());
    }

    String inWords(Instant instant, ConsultationId consultation) {
        return Receipt.inWords(
                instant,
                definition(consultation)
                        .<ZoneId>map(ConsultationDefinition::zone)
                        .orElse(ZoneOffset.UTC));
    }

    private Optional<ConsultationDefinition> definition(ConsultationId id) {
        return consultations.find(id).map(DefinedConsultation::definition);
    }

    String keyAddress() {
        return config.url() + "/api/v1/receipt-key";
    }

    static String encoded(@Nullable String value) {
        return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8);
    }

    static Response privately(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page.render())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
