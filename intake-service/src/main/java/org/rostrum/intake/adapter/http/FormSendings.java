package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.rostrum.contracts.Channel;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.Challenge;
import org.rostrum.intake.domain.Draft.DraftFile;
import org.rostrum.intake.domain.Draft.Sent;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.domain.IdempotencyKey;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.Attachments.Upload;
import org.rostrum.intake.usecase.CheckDraft;
import org.rostrum.intake.usecase.FindReceipt;
import org.rostrum.intake.usecase.FormGuard;
import org.rostrum.intake.usecase.KeepDraft;
import org.rostrum.intake.usecase.ReceiveSubmission.Acknowledged;
import org.rostrum.intake.usecase.ReceiveSubmission.Refused;
import org.rostrum.intake.usecase.ReceiveSubmission.Sending;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.problem.ProblemException;

/** A form on its way to a receipt, or back to whoever filled it in. */
@ApplicationScoped
class FormSendings {
    private static final Logger LOG = Logger.getLogger(FormSendings.class);

    private final Sendings sendings;
    private final KeepDraft keep;
    private final CheckDraft check;
    private final DraftFiles files;
    private final FindReceipt receipts;
    private final FormGuard guard;
    private final Screenings screenings;
    private final FormPages pages;
    private final Visits visits;
    private final Clock clock;

    FormSendings(
            Sendings sendings,
            KeepDraft keep,
            CheckDraft check,
            DraftFiles files,
            FindReceipt receipts,
            FormGuard guard,
            Screenings screenings,
            FormPages pages,
            Visits visits,
            Clock clock) {
        this.sendings = sendings;
        this.keep = keep;
        this.check = check;
        this.files = files;
        this.receipts = receipts;
        this.guard = guard;
        this.screenings = screenings;
        this.pages = pages;
        this.visits = visits;
        this.clock = clock;
    }

    /** What would be wrong if it were sent now. */
    List<WrongField> faults(Visit visit, Form form) {
        var saved = visit.draft().map(Unfinished::files).orElse(List.of());
        return check.faults(visit.definition(), visit.round(), form.draft(), DraftFiles.offered(saved));
    }

    /**
     * Sends what was saved, with files that came along and are not in the draft.
     *
     * @param arrivedAt when the whole form was here, before anything of it was saved
     */
    Response send(Visit visit, Form form, List<Upload> along, HttpHeaders headers, Instant arrivedAt) {
        var saved = visit.draft().map(Unfinished::files).orElse(List.of());
        try (var fetched = files.fetch(visit.token(), saved)) {
            var uploads =
                    Stream.concat(fetched.uploads().stream(), along.stream()).toList();
            var sending = sending(visit, form, uploads, arrivedAt);
            return switch (sendings.send(sending, screenings.ofForm(sending, visit, headers))) {
                case Acknowledged acknowledged -> acknowledged(visit, acknowledged);
                case Refused refused -> refused(visit, form, along, uploads, refused.reason());
            };
        } catch (ProblemException e) {
            return unavailable(keepWith(visit, form, along), form, e);
        } catch (ObjectStoreUnavailable e) {
            return notSaved(visit, form, !along.isEmpty());
        }
    }

    private Sending sending(Visit visit, Form form, List<Upload> uploads, Instant arrivedAt) {
        return new Sending(
                visit.definition().id(),
                visit.round().id(),
                new IdempotencyKey(visit.key()),
                form.draft(),
                List.of(),
                uploads,
                visit.visitor(),
                Channel.FORM,
                guard.suspicions(form.value(FormGuard.TRAP), visit.opened(), clock.instant()),
                visit.begunAt(),
                arrivedAt);
    }

    private Response acknowledged(Visit visit, Acknowledged acknowledged) {
        var reference = acknowledged.receipt().reference();
        visit.draft().ifPresent(draft -> forget(visit, draft, reference));
        return toReceipt(reference, acknowledged.receipt().secret(), visit.language());
    }

    /** The receipt is out already: a draft that stays is a nuisance, not a loss. */
    private void forget(Visit visit, Unfinished draft, Reference reference) {
        try {
            keep.sent(visit.token(), draft, reference, clock.instant());
        } catch (ObjectStoreUnavailable e) {
            LOG.warnf("A draft that was sent could not be removed; it will expire; reason=%s", e.getMessage());
        }
    }

    private static Response toReceipt(Reference reference, String secret, PageLanguage language) {
        var receipt = "/submissions/" + reference + "/receipt?secret=" + secret + "&lang=" + language.tag();
        return PageResponses.seeOther(receipt);
    }

    /** Pressed twice: whoever has the form's key gets to the one receipt. Anybody else learns that it was sent. */
    Response sentBefore(Visit visit, Sent sent) {
        return receipts.secret(sent.consultation(), new IdempotencyKey(visit.key()), sent.reference())
                .map(secret -> toReceipt(sent.reference(), secret.value(), visit.language()))
                .orElseGet(() -> pages.sent(sent, visit.language(), visit.definition()));
    }

    /** What was sent without a draft gets one as soon as it is not taken. */
    private Visit keepWith(Visit visit, Form form, List<Upload> along) {
        if (visit.draft().isPresent()) {
            return visit;
        }
        try {
            return save(visit, form, 0, along, List.of()) instanceof KeepDraft.Saved saved
                    ? visit.with(saved.draft())
                    : visit;
        } catch (ObjectStoreUnavailable e) {
            return visit;
        }
    }

    /**
     * Saves what was posted.
     *
     * @param along files that came with it
     * @param ahead ids of files that were sent straight into the store
     */
    KeepDraft.Outcome save(Visit visit, Form form, int basedOn, List<Upload> along, List<String> ahead) {
        var outcome = save(
                visit,
                form,
                basedOn,
                Stream.concat(
                                files.store(visit.token(), along).stream(),
                                files.takeOver(visit, ahead, clock.instant()).stream())
                        .toList());
        if (outcome instanceof KeepDraft.Saved saved) {
            files.release(
                    visit,
                    ahead.stream()
                            .filter(id -> hasAll(visit, saved.draft(), List.of(id)))
                            .toList());
        }
        return outcome;
    }

    /** Whether a draft has every one of these. */
    boolean hasAll(Visit visit, Unfinished draft, List<String> ahead) {
        var listed = draft.files().stream().map(DraftFile::id).collect(Collectors.toSet());
        return ahead.stream()
                .allMatch(id -> files.idOf(visit, id).filter(listed::contains).isPresent());
    }

    private KeepDraft.Outcome save(Visit visit, Form form, int basedOn, List<DraftFile> stored) {
        var change = new KeepDraft.Change(
                visit.definition().id(),
                visit.round().id(),
                visit.key(),
                visit.language().tag(),
                visit.opened(),
                basedOn,
                form.fields(),
                clock.instant());
        var outcome = keep.save(visit.token(), change);
        return outcome instanceof KeepDraft.Saved saved && !stored.isEmpty()
                ? withFiles(visit, stored, saved)
                : outcome;
    }

    private KeepDraft.Outcome withFiles(Visit visit, List<DraftFile> stored, KeepDraft.Saved saved) {
        return keep.addFiles(visit.token(), stored, clock.instant()) instanceof KeepDraft.Saved both
                ? new KeepDraft.Saved(both.draft(), saved.taken(), saved.conflict())
                : saved;
    }

    private Response refused(Visit visit, Form form, List<Upload> along, List<Upload> all, Refusal reason) {
        if (reason instanceof Refusal.KeyUsedForOther) { // the first stands; what differs from it goes on as a new one
            var other = keepWith(visits.afresh(visit), form, all);
            return pages.form(other, form, List.of(Notice.of(reason, other.language())), 409);
        }
        if (reason instanceof Refusal.Erased erased) { // what was erased is not kept again as a draft
            visit.draft().ifPresent(draft -> forget(visit, draft, erased.reference()));
            return pages.form(visit, form, List.of(Notice.of(reason, visit.language())), 410);
        }
        var kept = keepWith(visit, form, along);
        if (reason instanceof Refusal.ChallengeFirst(Challenge challenge)) {
            return pages.challenged(kept, form, challenge);
        }
        var status = Words.problem(reason).status();
        if (reason instanceof Refusal.WrongFields wrong) {
            form.mark(wrong.fields(), new FaultWords(kept.language()));
            return pages.form(kept, form, List.of(), status);
        }
        return pages.form(kept, form, List.of(Notice.of(reason, kept.language())), status);
    }

    private Response unavailable(Visit visit, Form form, ProblemException e) {
        var say = visit.language().problemMessages();
        var notice = Notice.error(say.problem_try_again(), say.problem_try_again_text(), say.problem_try_again_next());
        var response = pages.respond(visit, form, List.of(notice), e.problem().status());
        e.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        return response.build();
    }

    /** The store is away: the page itself is what is left of the text. */
    Response notSaved(Visit visit, Form form, boolean filesLost) {
        var say = visit.language().problemMessages();
        var notice = Notice.error(
                say.problem_not_saved(), say.problem_not_saved_next(), filesLost ? say.problem_files_again() : "");
        return pages.respond(visit, form, List.of(notice), 503)
                .header(HttpHeaders.RETRY_AFTER, 5)
                .build();
    }
}
