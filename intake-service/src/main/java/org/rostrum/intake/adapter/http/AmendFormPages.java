package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.rostrum.intake.adapter.http.AfterTemplates.AmendView;
import org.rostrum.intake.adapter.http.AfterTemplates.KeptFile;
import org.rostrum.intake.adapter.http.PageLanguage.Choice;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.SetFilesAside;
import org.rostrum.intake.usecase.SetFilesAside.SetAside;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.problem.ProblemException;

/** The form of an amendment as a page; shown again, nothing that was typed or chosen is missing from it. */
@ApplicationScoped
class AmendFormPages {
    private final SetFilesAside files;
    private final AfterViews views;
    private final Limits limits;
    private final Clock clock;

    AmendFormPages(SetFilesAside files, AfterViews views, Limits limits, Clock clock) {
        this.files = files;
        this.views = views;
        this.limits = limits;
        this.clock = clock;
    }

    /** The version that stands, to be changed. */
    Response first(AmendVisit visit, AmendForm form) {
        var page = page(visit, form, List.of(), List.of(), visit.language().usualChoices());
        return PageResponses.privately(visit.language(), page, 200).build();
    }

    /** It holds what no address can carry, so it is to be had in this language only. */
    private static Response shown(AmendVisit visit, AfterTemplates.amend page, int status) {
        return PageResponses.privately(visit.language(), page, status).build();
    }

    Response refused(AmendVisit visit, AmendForm form, List<Upload> along, Refusal reason) {
        var status = Words.problem(reason).status();
        if (reason instanceof Refusal.WrongFields wrong) {
            form.form().mark(wrong.fields(), new FaultWords(visit.language()));
            return again(visit, form, along, List.of(), status);
        }
        var notice = Notice.ofAmending(reason, visit.language());
        return again(visit, resting(visit, form, reason), along, List.of(notice), status);
    }

    /** Whoever was told that something else stands may send the same on top of it. */
    private static AmendForm resting(AmendVisit visit, AmendForm form, Refusal reason) {
        if (reason instanceof Refusal.AmendedMeanwhile meanwhile) {
            return form.onTopOf(meanwhile.standing());
        }
        return reason instanceof Refusal.KeyUsedForOther
                ? form.onTopOf(visit.manifest().version())
                : form;
    }

    /** Texts beyond what may lie in memory became a file, which is among {@code along}. */
    Response overflowed(AmendVisit visit, AmendForm form, List<Upload> along) {
        var say = visit.language().formMessages();
        var notice = Notice.warning(say.overflow_title(), say.overflow_text(FormBody.OVERFLOW_NAME));
        return again(visit, form, along, List.of(notice), 413);
    }

    Response unavailable(AmendVisit visit, AmendForm form, List<Upload> along, ProblemException e) {
        var response = Response.fromResponse(again(
                visit,
                form,
                along,
                List.of(Notice.tryAgain(visit.language())),
                e.problem().status()));
        e.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        return response.build();
    }

    private Response again(AmendVisit visit, AmendForm form, List<Upload> along, List<Notice> notices, int status) {
        var manifest = visit.manifest();
        try {
            var more = files.setAside(manifest.consultation(), manifest.round(), along, clock.instant());
            var all = form.withAhead(
                    Stream.concat(form.ahead().stream(), more.stream().map(SetAside::upload))
                            .toList());
            return shown(visit, page(visit, all, notices, aside(visit, all), List.of()), status);
        } catch (ObjectStoreUnavailable e) {
            var lost = visit.language().problemMessages().problem_files_again();
            var told = along.isEmpty() ? notices : List.of(Notice.tryAgain(visit.language(), lost));
            return shown(visit, page(visit, form, told, List.of(), List.of()), 503);
        }
    }

    private List<SetAside> aside(AmendVisit visit, AmendForm form) {
        return form.ahead().isEmpty()
                ? List.of()
                : files.find(visit.manifest().consultation(), visit.manifest().round(), form.ahead());
    }

    private AfterTemplates.amend page(
            AmendVisit visit, AmendForm form, List<Notice> notices, List<SetAside> aside, List<Choice> languages) {
        var language = visit.language();
        var definition = visit.round().definition();
        var round = visit.round().round();
        var manifest = visit.manifest();
        return new AfterTemplates.amend(
                language,
                languages,
                views.title(visit.progress(), language),
                new Views(definition, language, clock.instant()).round(round),
                form.form(),
                new AmendView(
                        manifest.reference().value(),
                        visit.secret(),
                        form.base(),
                        form.key(),
                        form.opened(),
                        notices,
                        Stream.concat(kept(visit, form), aside.stream().map(file -> setAside(file, language)))
                                .toList(),
                        FormFields.of(definition, round, language, form.form(), limits)));
    }

    private static Stream<KeptFile> kept(AmendVisit visit, AmendForm form) {
        return visit.manifest().attachments().stream()
                .map(file -> new KeptFile(
                        "keep-" + file.ordinal(),
                        "keep",
                        file.object().sha256(),
                        file.fileName(),
                        visit.language().words().size(file.object().size()),
                        form.kept().contains(file.object().sha256())));
    }

    private static KeptFile setAside(SetAside file, PageLanguage language) {
        var name = file.file().fileName();
        return new KeptFile(
                "upload-" + Integer.toHexString(file.upload().hashCode()),
                "upload",
                file.upload(),
                name,
                language.words().size(file.file().size()),
                true);
    }
}
