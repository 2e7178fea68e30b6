package org.rostrum.publishing.domain.compilation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.RoundId;

/**
 * What identifies the document.
 *
 * @param organiserReference the organiser's own number for the consultation, if it has one
 * @param opensAt first instant of the round
 * @param closesAt last instant of the round; absent while none is fixed
 * @param period the same, as printed
 * @param extensions every time that the closing was moved, oldest first
 * @param asOf instant of the newest event that the document knows of
 * @param asOfPrinted the same, as printed
 * @param revision 16 hexadecimal digits of the SHA-256 of the document's canonical JSON without this field: equal
 *     revisions say the same; empty only while it is being computed
 */
public record TitlePage(
        String organiser,
        ConsultationId consultation,
        String consultationTitle,
        @Nullable String organiserReference,
        RoundId round,
        String roundTitle,
        Instant opensAt,
        @Nullable Instant closesAt,
        ZoneId zone,
        String period,
        List<PrintedExtension> extensions,
        Instant asOf,
        String asOfPrinted,
        String revision) {

    public TitlePage {
        extensions = Absent.list(extensions);
    }

    /**
     * One moving of the closing.
     *
     * @param printed from when to when, as printed
     * @param reason in the organiser's words
     */
    public record PrintedExtension(Instant from, Instant to, String printed, String reason) {}

    /** Title of the file in its own metadata. */
    public String documentTitle() {
        return "Consolidated document: " + consultationTitle + " (" + roundTitle + ")";
    }

    TitlePage withRevision(String computed) {
        return new TitlePage(
                organiser,
                consultation,
                consultationTitle,
                organiserReference,
                round,
                roundTitle,
                opensAt,
                closesAt,
                zone,
                period,
                extensions,
                asOf,
                asOfPrinted,
                computed);
    }
}
