package org.rostrum.contracts;

import java.time.Instant;
import java.util.List;

/** What publishing did; on {@link Topic#PUBLICATIONS}. */
public sealed interface PublicationEvent extends Event {

    ConsultationId consultation();

    RoundId round();

    /**
     * The contribution is on the public site.
     *
     * @param artefactSha256 fingerprint of the public form that was published, as its clearance names it
     * @param path path of its page on the public site, from the leading slash
     */
    record ContributionPublished(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            String artefactSha256,
            String path,
            Instant publishedAt)
            implements PublicationEvent {}

    /** The contribution is no longer on the public site. */
    record ContributionUnpublished(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            Instant unpublishedAt)
            implements PublicationEvent {}

    /**
     * The public form was refused, and nothing of it went public: wrong fingerprint, a leak, or a missing object.
     *
     * @param artefactSha256 fingerprint of the public form that was refused, as its clearance names it
     * @param reason a code in kebab-case: artefact-missing, artefact-tampered, artefact-malformed, leak-found
     */
    record PublicationRefused(
            SubmissionId submission,
            Reference reference,
            ConsultationId consultation,
            RoundId round,
            int version,
            String artefactSha256,
            String reason,
            Instant refusedAt)
            implements PublicationEvent {}

    /**
     * The consolidated document of a round as it now stands.
     *
     * @param contributions how many contributions it contains
     * @param documents one per format (docx, pdf, html, json)
     */
    record CompilationIssued(
            ConsultationId consultation,
            RoundId round,
            String revision,
            int contributions,
            List<ObjectRef> documents,
            Instant issuedAt)
            implements PublicationEvent {
        public CompilationIssued {
            documents = Absent.list(documents);
        }
    }
}
