package org.rostrum.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.rostrum.contracts.ClearanceEvent.ClearanceRecalled;
import org.rostrum.contracts.ClearanceEvent.DisputeDismissed;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.ClearanceEvent.SubmissionWithheld;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.Event;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.ProcessingEvent.SubmissionParked;
import org.rostrum.contracts.ProcessingEvent.SubmissionProcessed;
import org.rostrum.contracts.ProcessingEvent.SubmissionQuarantined;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.PublicContribution.Source;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionAmended;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;

/** What happened to one submission, told as events; the same number tells the same story. */
public record Chronicle(int number, Publication publication) {
    public static final ConsultationId CONSULTATION = new ConsultationId("river-2026");
    public static final RoundId ROUND = new RoundId("responses");
    public static final String CLEARED_BUCKET = "rostrum-cleared";
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    /** An event with the id under which it travels. */
    public record Told(String id, Event event) {}

    public static Chronicle ofPublic(int number) {
        return new Chronicle(number, Publication.PUBLIC);
    }

    public static Chronicle ofAnonymous(int number) {
        return new Chronicle(number, Publication.ANONYMOUS);
    }

    public static Told definition() {
        return definition(1);
    }

    public static Told definition(int revision) {
        return definition(revision, revision);
    }

    /** A revision in the words of another one, as if two had given it at once. */
    public static Told definition(int revision, int words) {
        return new Told(
                "definition-" + revision + (words == revision ? "" : "-" + words),
                new ConsultationDefined(
                        CONSULTATION, revision, definitionOf(words), START.plusSeconds(words), "account"));
    }

    public static ConsultationDefinition definitionOf(int revision) {
        var yaml = """
                id: river-2026
                title: { en: "The river in %d years", fr: "Le fleuve dans %d ans" }
                organiser: River Council
                reference: RC-26/1
                zone: Europe/Zurich
                languages: [en]
                unofficialLanguages: [ar, fr, zh]
                stakeholderGroups: [Civil society, Individual]
                rounds:
                  - id: responses
                    accepts: [response]
                    opens: 2026-03-01T00:00
                    closes: 2026-09-07T23:59:59
                    instrument:
                      - number: "1"
                        kind: question
                        text: { en: "How should the river flow?", ar: "كيف ينبغي أن يجري النهر؟", zh: "河流应该如何流动？" }
                      - number: "2"
                        kind: question
                        text: { en: "What stands in its way, such as:" }
                        areas:
                          - { number: "2.a", text: { en: "dams" } }
                          - { number: "2.b", text: { en: "bridges" } }
                """.formatted(revision, revision);
        try {
            return Json.yamlMapper().readValue(yaml, ConsultationDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SubmissionId submission() {
        return new SubmissionId("1-" + HexFormat.of().formatHex(digest("submission"), 0, 16));
    }

    public Reference reference() {
        return Reference.fromDigest(digest("reference"));
    }

    private byte[] digest(String what) {
        return sha256((what + number).getBytes(StandardCharsets.UTF_8));
    }

    private Instant at(int step) {
        return START.plusSeconds(number * 600L + step * 60L);
    }

    private String id(String what) {
        return UUID.nameUUIDFromBytes((what + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public Told received() {
        return received(1, publication);
    }

    public Told received(int version, Publication wish) {
        var manifest =
                new ObjectRef("rostrum-intake", "manifest", HexFormat.of().formatHex(digest("m")), 7);
        return new Told(
                id("received-" + version),
                new SubmissionReceived(
                        submission(),
                        reference(),
                        CONSULTATION,
                        ROUND,
                        version,
                        SubmissionKind.RESPONSE,
                        wish,
                        manifest,
                        0,
                        at(version),
                        List.of()));
    }

    public Told received(List<SubmissionFlag> flags) {
        var usual = (SubmissionReceived) received().event();
        return new Told(
                id("received-flagged"),
                new SubmissionReceived(
                        submission(),
                        reference(),
                        CONSULTATION,
                        ROUND,
                        1,
                        SubmissionKind.RESPONSE,
                        publication,
                        usual.manifest(),
                        0,
                        at(1),
                        flags));
    }

    public Told amended(int version, Publication wish) {
        var usual = (SubmissionReceived) received(version, wish).event();
        return new Told(
                id("amended-" + version),
                new SubmissionAmended(
                        submission(),
                        reference(),
                        CONSULTATION,
                        ROUND,
                        version,
                        SubmissionKind.RESPONSE,
                        wish,
                        usual.manifest(),
                        0,
                        at(version),
                        List.of()));
    }

    public Told withdrawn(int step) {
        return new Told(
                id("withdrawn-" + step),
                new SubmissionWithdrawn(
                        submission(),
                        reference(),
                        CONSULTATION,
                        ROUND,
                        1,
                        new ObjectRef(
                                "rostrum-intake", "withdrawal", HexFormat.of().formatHex(digest("w")), 7),
                        at(step)));
    }

    public Told erased(int step) {
        return new Told(
                id("erased-" + step),
                new SubmissionErased(
                        submission(),
                        reference(),
                        CONSULTATION,
                        ROUND,
                        1,
                        ErasureGround.RESPONDENT_ASKED,
                        "account",
                        at(step)));
    }

    public Told disputed(int step) {
        return new Told(
                id("disputed-" + step),
                new AuthorshipDisputed(submission(), reference(), CONSULTATION, ROUND, 1, at(step)));
    }

    public Told dismissed(int step, int disputed) {
        return new Told(
                id("dismissed-" + step),
                new DisputeDismissed(
                        submission(),
                        reference(),
                        CONSULTATION,
                        ROUND,
                        1,
                        "It was her.",
                        "account",
                        at(step),
                        at(disputed)));
    }

    public Told cleared(int step, int version, byte[] artefact) {
        return new Told(
                id("cleared-" + step),
                new SubmissionCleared(
                        submission(),
                        reference(),
                        CONSULTATION,
                        ROUND,
                        version,
                        artefactOf(artefact),
                        "account",
                        at(step)));
    }

    public Told withheld(int step, int version) {
        return new Told(
                id("withheld-" + step),
                new SubmissionWithheld(
                        submission(), reference(), CONSULTATION, ROUND, version, "Off topic.", "account", at(step)));
    }

    /** The public form of any version. */
    public PublicContribution content(int version, String text, List<SubmissionFlag> flags) {
        return new PublicContribution(
                PublicContribution.SCHEMA,
                submission(),
                reference(),
                version,
                CONSULTATION,
                ROUND,
                SubmissionKind.RESPONSE,
                publication,
                contributor(),
                "en",
                at(version),
                null,
                List.of(onItemOne(text)),
                flags);
    }

    public Told processed() {
        return new Told(
                id("processed"),
                new SubmissionProcessed(submission(), reference(), CONSULTATION, ROUND, 1, 2, 0, List.of(), at(2)));
    }

    public Told parked() {
        return new Told(
                id("parked"),
                new SubmissionParked(submission(), reference(), CONSULTATION, ROUND, 1, "processing-failed", at(2)));
    }

    public Told quarantined() {
        return new Told(
                id("quarantined"),
                new SubmissionQuarantined(submission(), reference(), CONSULTATION, ROUND, 1, List.of(), at(2)));
    }

    /** The first clearance, of the usual form. */
    public Told cleared() {
        return cleared(3, bytes(content()));
    }

    public Told cleared(int step, byte[] artefact) {
        return new Told(
                id("cleared-" + step),
                new SubmissionCleared(
                        submission(), reference(), CONSULTATION, ROUND, 1, artefactOf(artefact), "account", at(step)));
    }

    public ObjectRef artefactOf(byte[] bytes) {
        var sha256 = HexFormat.of().formatHex(sha256(bytes));
        return new ObjectRef(
                CLEARED_BUCKET, "cleared/" + submission() + "/1-" + sha256 + ".json", sha256, bytes.length);
    }

    public Told withheld(int step) {
        return new Told(
                id("withheld-" + step),
                new SubmissionWithheld(
                        submission(), reference(), CONSULTATION, ROUND, 1, "Off topic.", "account", at(step)));
    }

    public Told recalled(int step) {
        return new Told(
                id("recalled-" + step),
                new ClearanceRecalled(
                        submission(), reference(), CONSULTATION, ROUND, 1, "A name was missed.", "account", at(step)));
    }

    /** The public form: one passage on item 1, one on 2.a, and for every third one that answers no question. */
    public PublicContribution content() {
        return content("Let it flow, says number " + number + ".");
    }

    public PublicContribution content(String text) {
        var passages = number % 3 == 0
                ? List.of(onItemOne(text), onItemTwo(), unfiled())
                : List.of(onItemOne(text), onItemTwo());
        return content(contributor(), passages);
    }

    public PublicContribution content(Contributor contributor, List<PublicPassage> passages) {
        return new PublicContribution(
                PublicContribution.SCHEMA,
                submission(),
                reference(),
                1,
                CONSULTATION,
                ROUND,
                SubmissionKind.RESPONSE,
                publication,
                contributor,
                "en",
                at(1),
                null,
                passages,
                List.of());
    }

    public Contributor contributor() {
        return publication == Publication.ANONYMOUS
                ? new Contributor(null, null, null, null, null, "Individual")
                : new Contributor("Ada Rivers", null, "Friends of River " + number, null, "CH", "Civil society");
    }

    public static PublicPassage onItemOne(String text) {
        return new PublicPassage(
                1,
                text,
                "en",
                List.of(new ItemNumber("1")),
                FilingBasis.BOX,
                new Source(null, new ItemNumber("1"), null, 0, text.length()));
    }

    private PublicPassage onItemTwo() {
        var basis = List.of(FilingBasis.values()).get(number % FilingBasis.values().length);
        return new PublicPassage(
                2,
                "Dams stand in its way.",
                "en",
                List.of(new ItemNumber("2.a")),
                basis,
                new Source(1, null, 3, 10, 32));
    }

    private static PublicPassage unfiled() {
        return new PublicPassage(
                3, "And thank you.", "en", List.of(), FilingBasis.CONTENT, new Source(1, null, 4, 40, 54));
    }

    public static byte[] bytes(PublicContribution content) {
        return Json.writeCanonical(content);
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
