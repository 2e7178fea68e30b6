package org.rostrum.intake.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.Draft;
import org.rostrum.intake.domain.Draft.DraftFile;
import org.rostrum.intake.domain.Draft.OtherText;
import org.rostrum.intake.domain.Draft.Sent;
import org.rostrum.intake.domain.Draft.Unfinished;
import org.rostrum.intake.domain.DraftMerge;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Keeps what somebody is writing, revision by revision, so that nothing typed is lost: not even to another window. */
public final class KeepDraft {
    /** Old texts that a window left open may have begun from; older ones count as unknown. */
    private static final int REVISIONS_KEPT = 20;

    private static final int ATTEMPTS = 8;

    private final Drafts drafts;

    public KeepDraft(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * What one window posts.
     *
     * @param basedOn the revision that it began from; 0 for an empty form
     * @param key under which the response will be sent if this is the draft's first revision
     */
    public record Change(
            ConsultationId consultation,
            RoundId round,
            String key,
            String language,
            String opened,
            int basedOn,
            Map<String, String> fields,
            Instant at) {
        @Override
        public String toString() {
            return "Change[basedOn=" + basedOn + "]";
        }
    }

    public sealed interface Outcome {}

    /** Saved; the poster does not know the fields taken from another window yet. */
    public record Saved(Unfinished draft, List<String> taken, boolean conflict) implements Outcome {
        public Saved {
            taken = List.copyOf(taken);
        }
    }

    /** It was sent before, so nothing of this was saved. */
    public record SentBefore(Sent sent) implements Outcome {}

    public Optional<Draft> find(DraftToken token) {
        return drafts.latest(token);
    }

    public Outcome save(DraftToken token, Change change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var latest = drafts.latest(token);
            if (latest.isPresent() && latest.get() instanceof Sent sent) {
                return new SentBefore(sent);
            }
            var saved = latest.map(found -> joined(token, (Unfinished) found, change))
                    .orElseGet(() -> first(change));
            if (drafts.create(token, saved.draft())) {
                forgetOld(token, saved.draft().revision());
                return saved;
            }
        }
        throw new ObjectStoreUnavailable("a draft is being changed faster than it can be saved", null);
    }

    private static Saved first(Change change) {
        var draft = new Unfinished(
                change.consultation(),
                change.round(),
                1,
                change.at(),
                change.key(),
                change.language(),
                change.opened(),
                change.fields(),
                List.of(),
                List.of());
        return new Saved(draft, List.of(), false);
    }

    private Saved joined(DraftToken token, Unfinished latest, Change change) {
        var merge = DraftMerge.of(base(token, latest, change), latest.fields(), change.fields(), latest.savedAt());
        var others = Stream.concat(latest.others().stream(), merge.others().stream())
                .distinct()
                .toList();
        var draft = new Unfinished(
                latest.consultation(),
                latest.round(),
                latest.revision() + 1,
                change.at(),
                latest.key(),
                change.language(),
                latest.opened(),
                merge.fields(),
                latest.files(),
                others);
        return new Saved(draft, merge.taken(), merge.isConflict());
    }

    private Map<String, String> base(DraftToken token, Unfinished latest, Change change) {
        if (change.basedOn() == latest.revision()) {
            return latest.fields();
        }
        return change.basedOn() < 1
                ? Map.of()
                : drafts.revision(token, change.basedOn())
                        .filter(Unfinished.class::isInstance)
                        .map(found -> ((Unfinished) found).fields())
                        .orElse(Map.of());
    }

    private void forgetOld(DraftToken token, int revision) {
        if (revision > REVISIONS_KEPT) {
            drafts.forget(token, revision - REVISIONS_KEPT);
        }
    }

    public Outcome addFiles(DraftToken token, List<DraftFile> files, Instant at) {
        return change(token, at, draft -> with(draft, draft.fields(), joined(draft.files(), files), draft.others()));
    }

    /** A file that is listed already is not listed twice: its sender repeated what got no answer. */
    private static List<DraftFile> joined(List<DraftFile> listed, List<DraftFile> more) {
        var known = listed.stream().map(DraftFile::id).collect(Collectors.toSet());
        return Stream.concat(listed.stream(), more.stream().filter(file -> !known.contains(file.id())))
                .toList();
    }

    public Outcome removeFile(DraftToken token, String fileId, Instant at) {
        var outcome = change(
                token,
                at,
                draft -> with(
                        draft,
                        draft.fields(),
                        draft.files().stream()
                                .filter(file -> !file.id().equals(fileId))
                                .toList(),
                        draft.others()));
        drafts.removeFile(token, fileId);
        return outcome;
    }

    /** Ends a conflict in one field: the other text is dropped, or changes places with the one that stands. */
    public Outcome settle(DraftToken token, String field, boolean useOther, Instant at) {
        return change(token, at, draft -> settled(draft, field, useOther));
    }

    private static Unfinished settled(Unfinished draft, String field, boolean useOther) {
        var other = draft.others().stream()
                .filter(text -> text.field().equals(field))
                .findFirst();
        var fields = new java.util.LinkedHashMap<>(draft.fields());
        var others = new ArrayList<>(draft.others());
        other.ifPresent(text -> {
            others.remove(text);
            if (useOther) {
                var stood = fields.put(field, text.text());
                if (stood != null) {
                    others.add(new OtherText(field, stood, draft.savedAt()));
                }
            }
        });
        return with(draft, fields, draft.files(), others);
    }

    private static Unfinished with(
            Unfinished draft, Map<String, String> fields, List<DraftFile> files, List<OtherText> others) {
        return new Unfinished(
                draft.consultation(),
                draft.round(),
                draft.revision(),
                draft.savedAt(),
                draft.key(),
                draft.language(),
                draft.opened(),
                fields,
                files,
                others);
    }

    private Outcome change(DraftToken token, Instant at, UnaryOperator<Unfinished> by) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var latest = drafts.latest(token).orElseThrow(() -> new IllegalStateException("save the draft first"));
            if (latest instanceof Sent sent) {
                return new SentBefore(sent);
            }
            var next = next(by.apply((Unfinished) latest), at);
            if (drafts.create(token, next)) {
                return new Saved(next, List.of(), false);
            }
        }
        throw new ObjectStoreUnavailable("a draft is being changed faster than it can be saved", null);
    }

    private static Unfinished next(Unfinished draft, Instant at) {
        return new Unfinished(
                draft.consultation(),
                draft.round(),
                draft.revision() + 1,
                at,
                draft.key(),
                draft.language(),
                draft.opened(),
                draft.fields(),
                draft.files(),
                draft.others());
    }

    /** The receipt is out: from now on the link says so, and nothing of the text is kept here. */
    public void sent(DraftToken token, Unfinished draft, Reference reference, Instant at) {
        var last = new Sent(draft.consultation(), draft.round(), draft.revision() + 1, at, reference);
        if (drafts.create(token, last)) {
            drafts.forget(token, draft.revision());
            draft.files().forEach(file -> drafts.removeFile(token, file.id()));
        } else if (drafts.latest(token).orElse(last) instanceof Unfinished newer) {
            sent(token, newer, reference, at);
        }
    }
}
