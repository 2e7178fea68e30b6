package org.rostrum.intake.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Limits;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.RoundGate;
import org.rostrum.intake.domain.Sender;
import org.rostrum.intake.domain.UploadCheck;
import org.rostrum.intake.domain.UploadCheck.UploadDraft;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.StagedFiles.Announced;
import org.rostrum.intake.usecase.StagedFiles.Invitation;
import org.rostrum.intake.usecase.TryAgainLater.Kept;
import org.rostrum.intake.usecase.UploadIds.Upload;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/** Lets somebody upload a file straight into the store, while the round takes what is begun. */
public final class BeginUpload {
    private final Consultations consultations;
    private final StagedFiles files;
    private final UploadIds ids;
    private final Limits limits;
    private final Duration validity;

    public BeginUpload(
            Consultations consultations, StagedFiles files, UploadIds ids, Limits limits, Duration validity) {
        this.consultations = consultations;
        this.files = files;
        this.ids = ids;
        this.limits = limits;
        this.validity = validity;
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** The address to send the bytes to, and the id by which the submission names them. */
    public record Begun(Upload upload, Invitation invitation) implements Outcome {}

    public record Refused(Refusal reason) implements Outcome {}

    /**
     * Begins one upload.
     *
     * @param shapeFaults what was wrong with the shape of what was sent
     */
    public Outcome begin(
            ConsultationId consultation,
            RoundId round,
            UploadDraft draft,
            List<WrongField> shapeFaults,
            Sender sender,
            Instant now) {
        if (!consultations.areComplete()) {
            throw new TryAgainLater(Kept.NOTHING, "the definitions are still being read");
        }
        var refusal = refusal(consultation, round, sender, now);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var faults = shapeFaults.isEmpty() ? new UploadCheck(limits).faults(draft) : shapeFaults;
        return faults.isEmpty()
                ? begin(ids.draw(consultation, round, now), draft, now)
                : new Refused(new Refusal.WrongFields(faults));
    }

    private Optional<Refusal> refusal(ConsultationId consultation, RoundId round, Sender sender, Instant now) {
        var found = consultations.find(consultation).map(DefinedConsultation::definition);
        if (found.isEmpty()) {
            return Optional.of(new Refusal.UnknownConsultation());
        }
        var asked = found.get().round(round);
        return asked.isEmpty()
                ? Optional.of(new Refusal.UnknownRound())
                : new RoundGate(asked.get(), found.get().zone()).refusal(now, sender);
    }

    private Outcome begin(Upload upload, UploadDraft draft, Instant now) {
        var announced = new Announced(
                Objects.requireNonNull(draft.fileName()),
                Objects.requireNonNull(draft.mediaType()),
                Objects.requireNonNull(draft.size()),
                draft.sha256() == null ? null : draft.sha256().toLowerCase(Locale.ROOT));
        try {
            return new Begun(upload, files.begin(upload.place(), announced, now, validity));
        } catch (ObjectStoreUnavailable e) {
            throw new TryAgainLater(Kept.NOTHING, e);
        }
    }
}
