package org.rostrum.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.platform.objectstore.Sha256;
import org.rostrum.system.faults.Evidence.Recorded;
import org.rostrum.system.faults.Finding.Fault;

/** The checker on histories written by hand: silent where all is well, and one name for each thing that can be wrong. */
class CheckerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.250Z");
    private static final Sending FIRST =
            Sending.fresh("key-one-of-many", List.of(new Sending.File("paper.txt", "A paper.")));
    private static final Sending SECOND = Sending.fresh("key-two-of-many", List.of());
    private static final Reference REFERENCE = Reference.fromDigest("a digest of one".getBytes(UTF_8));
    private static final Reference OTHER_REFERENCE = Reference.fromDigest("digest of another".getBytes(UTF_8));

    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<String, byte[]> objects = new HashMap<>();
    private final List<Recorded> records = new ArrayList<>();

    @Test
    void finds_nothing_where_all_is_well() {
        var manifest = keep(FIRST, REFERENCE);
        told(FIRST, new Reply.None("connection lost"));
        told(FIRST, new Reply.Later(503));
        told(FIRST, receipt(manifest));
        told(FIRST, receipt(manifest));
        told(FIRST.otherBody(), new Reply.Refused(422, "key-used-for-other"));
        told(SECOND, new Reply.Later(503));

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_record_written_again_under_its_own_id_is_well() {
        told(FIRST, receipt(keep(FIRST, REFERENCE)));
        records.add(records.getFirst());

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_receipt_without_its_manifest() {
        told(FIRST, receipt(keep(FIRST, REFERENCE)));
        objects.clear();
        records.clear();

        assertThat(faults()).containsExactly(Fault.MANIFEST_LOST);
    }

    @Test
    void a_manifest_that_was_changed_after_its_receipt() {
        told(FIRST, receipt(keep(FIRST, REFERENCE)));
        records.clear();
        keep(FIRST, REFERENCE, manifest -> with(manifest, NOON.plusMillis(3)));

        assertThat(faults()).contains(Fault.MANIFEST_CHANGED, Fault.WRONG_INSTANT);
    }

    @Test
    void a_manifest_without_a_record_even_if_nobody_holds_its_receipt() {
        keep(FIRST, REFERENCE);
        told(FIRST, new Reply.Later(503));
        records.clear();

        assertThat(faults()).containsExactly(Fault.RECORD_LOST);
    }

    @Test
    void a_lost_and_a_changed_attachment() {
        var manifest = keep(FIRST, REFERENCE);
        told(FIRST, receipt(manifest));
        var attachment = manifest.attachments().getFirst().object().key();

        objects.remove(attachment);
        assertThat(faults()).containsExactly(Fault.ATTACHMENT_LOST);
        objects.put(attachment, new byte[] {1});
        assertThat(faults()).containsExactly(Fault.ATTACHMENT_CHANGED);
    }

    @Test
    void two_event_ids_for_one_version() {
        told(FIRST, receipt(keep(FIRST, REFERENCE)));
        records.add(new Recorded("another-id", records.getFirst().event()));

        assertThat(faults()).containsExactly(Fault.RECORD_DOUBLED);
    }

    @Test
    void a_record_whose_manifest_is_not_there() {
        keep(FIRST, REFERENCE);
        told(FIRST, new Reply.Later(503));
        objects.clear();

        assertThat(faults()).containsExactly(Fault.RECORD_WITHOUT_MANIFEST);
    }

    @Test
    void a_record_that_speaks_of_other_bytes() {
        keep(FIRST, REFERENCE);
        told(FIRST, new Reply.Later(503));
        keep(FIRST, REFERENCE, manifest -> with(manifest, NOON.plusMillis(1)));
        records.removeLast();

        assertThat(faults()).containsExactly(Fault.RECORD_CHANGED);
    }

    @Test
    void two_submissions_under_one_key() {
        told(FIRST, receipt(keep(FIRST, REFERENCE)));
        keep(FIRST, OTHER_REFERENCE);

        assertThat(faults()).containsExactly(Fault.TWO_SUBMISSIONS);
    }

    @Test
    void two_receipts_of_one_key_that_differ_in_one_byte() {
        var manifest = keep(FIRST, REFERENCE);
        told(FIRST, receipt(manifest));
        told(FIRST, new Reply.Acknowledged(200, text(manifest) + " "));

        assertThat(faults()).containsExactly(Fault.TWO_RECEIPTS);
    }

    @Test
    void a_receipt_for_what_somebody_else_sent() {
        var manifest = keep(FIRST, REFERENCE);
        told(FIRST, receipt(manifest));
        told(Sending.fresh(SECOND.key(), FIRST.files()), receipt(manifest));

        assertThat(faults()).containsExactly(Fault.FOREIGN_RECEIPT);
    }

    @Test
    void another_body_under_an_acknowledged_key() {
        var manifest = keep(FIRST, REFERENCE);
        told(FIRST, receipt(manifest));
        told(FIRST.otherBody(), receipt(manifest));

        assertThat(faults()).contains(Fault.OTHER_BODY_ACKNOWLEDGED);
    }

    @Test
    void a_manifest_that_nobody_sent() {
        keep(SECOND, REFERENCE);

        assertThat(faults()).containsExactly(Fault.INVENTED);
    }

    @Test
    void a_manifest_that_says_something_else() {
        told(FIRST, new Reply.Later(503));
        keep(FIRST, REFERENCE, manifest -> withText(manifest, FIRST.text() + "!"));

        assertThat(faults()).containsExactly(Fault.CONTENT_CHANGED);
    }

    @Test
    void an_instant_outside_every_request() {
        told(FIRST, receipt(keep(FIRST, REFERENCE, manifest -> with(manifest, NOON.minusSeconds(5)))));

        assertThat(faults()).containsExactly(Fault.WRONG_INSTANT);
    }

    @Test
    void a_valid_request_that_was_refused() {
        told(SECOND, new Reply.Refused(409, "round-closed"));
        assertThat(faults()).containsExactly(Fault.WRONGLY_REFUSED);
    }

    @Test
    void a_refusal_after_a_receipt() {
        told(FIRST, receipt(keep(FIRST, REFERENCE)));
        told(FIRST.otherBody(), new Reply.Refused(422, "key-used-for-other"));
        told(FIRST, new Reply.Refused(422, "key-used-for-other"));

        assertThat(faults()).containsExactly(Fault.WRONGLY_REFUSED);
    }

    private List<Fault> faults() {
        return Checker.check(exchanges, new Evidence(objects, records)).stream()
                .map(Finding::fault)
                .distinct()
                .toList();
    }

    private void told(Sending sending, Reply reply) {
        exchanges.add(new Exchange(sending, NOON.minusMillis(200), NOON.plusMillis(200), reply));
    }

    private SubmissionManifest keep(Sending sending, Reference reference) {
        return keep(sending, reference, manifest -> manifest);
    }

    private SubmissionManifest keep(Sending sending, Reference reference, UnaryOperator<SubmissionManifest> change) {
        var manifest = change.apply(manifest(sending, reference));
        manifest.attachments()
                .forEach(file -> objects.put(
                        file.object().key(),
                        sending.files().get(file.ordinal() - 1).content()));
        objects.put(path(manifest), Json.writeCanonical(manifest));
        records.add(new Recorded("received-" + manifest.submission() + "-1-" + reference, received(manifest)));
        return manifest;
    }

    private static SubmissionManifest manifest(Sending sending, Reference reference) {
        var id = new SubmissionId("1-"
                + Sha256.of((sending.key() + reference).getBytes(UTF_8)).hex().substring(0, 32));
        var files = new ArrayList<SubmissionManifest.Attachment>();
        for (var file : sending.files()) {
            int ordinal = files.size() + 1;
            var object = new ObjectRef(
                    "rostrum-intake",
                    "attachments/" + id + "/1/" + ordinal + "-" + file.sha256(),
                    file.sha256(),
                    file.content().length);
            files.add(new SubmissionManifest.Attachment(ordinal, file.name(), "text/plain", object));
        }
        return manifest(id, reference, NOON, sending.text(), files);
    }

    private static SubmissionManifest manifest(
            SubmissionId id, Reference reference, Instant at, String text, List<SubmissionManifest.Attachment> files) {
        return new SubmissionManifest(
                SubmissionManifest.SCHEMA,
                id,
                reference,
                1,
                new ConsultationId("faults"),
                new RoundId("open"),
                SubmissionKind.RESPONSE,
                at,
                "digest",
                1,
                new SubmissionManifest.Respondent(null, null, null, null, null, null),
                null,
                null,
                Publication.PUBLIC,
                true,
                null,
                List.of(new SubmissionManifest.Answer(new ItemNumber("2.e"), text)),
                null,
                files,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static SubmissionManifest with(SubmissionManifest manifest, Instant at) {
        var text = manifest.answers().getFirst().text();
        return manifest(manifest.submission(), manifest.reference(), at, text, manifest.attachments());
    }

    private static SubmissionManifest withText(SubmissionManifest manifest, String text) {
        return manifest(manifest.submission(), manifest.reference(), NOON, text, manifest.attachments());
    }

    private static SubmissionReceived received(SubmissionManifest manifest) {
        var bytes = Json.writeCanonical(manifest);
        return new SubmissionReceived(
                manifest.submission(),
                manifest.reference(),
                manifest.consultation(),
                manifest.round(),
                1,
                manifest.kind(),
                manifest.publication(),
                new ObjectRef("rostrum-intake", path(manifest), Sha256.of(bytes).hex(), bytes.length),
                manifest.attachments().size(),
                manifest.receivedAt(),
                List.of());
    }

    private static String path(SubmissionManifest manifest) {
        return "submissions/" + manifest.reference() + "/1/manifest.json";
    }

    private static Reply.Acknowledged receipt(SubmissionManifest manifest) {
        return new Reply.Acknowledged(201, text(manifest));
    }

    private static String text(SubmissionManifest manifest) {
        var receipt = Json.mapper().createObjectNode();
        receipt.put("reference", manifest.reference().value());
        receipt.put("version", 1);
        receipt.put("receivedAt", manifest.receivedAt().toString());
        receipt.put("manifestSha256", Sha256.of(Json.writeCanonical(manifest)).hex());
        var files = receipt.putArray("attachments");
        manifest.attachments()
                .forEach(file -> files.addObject().put("sha256", file.object().sha256()));
        return receipt.toString();
    }
}
