package org.rostrum.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionManifest;
import org.rostrum.platform.objectstore.Sha256;
import org.rostrum.system.faults.Evidence.Recorded;
import org.rostrum.system.faults.Sending.Mark;

/** The evidence, sorted: manifests by reference and version, records by the manifest that they speak of. */
final class Kept {
    private static final Mark UNMARKED = new Mark("none", 0);

    private final Evidence evidence;
    private final Map<String, KeptManifest> manifests;
    private final Map<String, List<Recorded>> versions;
    private final Map<String, List<Recorded>> withdrawals;

    private Kept(
            Evidence evidence,
            Map<String, KeptManifest> manifests,
            Map<String, List<Recorded>> versions,
            Map<String, List<Recorded>> withdrawals) {
        this.evidence = evidence;
        this.manifests = manifests;
        this.versions = versions;
        this.withdrawals = withdrawals;
    }

    static Kept of(Evidence evidence) {
        var manifests = evidence.objects().entrySet().stream()
                .filter(object -> object.getKey().endsWith("/manifest.json"))
                .map(object -> KeptManifest.of(object.getKey(), object.getValue()))
                .collect(Collectors.toMap(KeptManifest::key, Function.identity()));
        return new Kept(
                evidence,
                manifests,
                byObject(evidence, VersionAcknowledged.class),
                byObject(evidence, SubmissionWithdrawn.class));
    }

    private static Map<String, List<Recorded>> byObject(Evidence evidence, Class<? extends SubmissionEvent> type) {
        return evidence.records().stream()
                .filter(record -> type.isInstance(record.event()))
                .collect(Collectors.groupingBy(Recorded::about));
    }

    /** One manifest as it lies in the store. */
    record KeptManifest(String key, SubmissionManifest manifest, String sha256) {
        static KeptManifest of(String key, byte[] bytes) {
            try {
                var manifest = Json.mapper().readValue(bytes, SubmissionManifest.class);
                return new KeptManifest(key, manifest, Sha256.of(bytes).hex());
            } catch (IOException e) {
                throw new UncheckedIOException(key + " cannot be read", e);
            }
        }

        String text() {
            return manifest.answers().isEmpty()
                    ? ""
                    : manifest.answers().getFirst().text();
        }

        Mark mark() {
            return Sending.markIn(text()).orElse(UNMARKED);
        }

        List<String> fingerprints() {
            return manifest.attachments().stream()
                    .map(attachment -> attachment.object().sha256())
                    .toList();
        }

        boolean isTheOneOf(SubmissionEvent event) {
            return event instanceof VersionAcknowledged version
                    && version.manifest().sha256().equals(sha256)
                    && version.submission().equals(manifest.submission())
                    && version.reference().equals(manifest.reference())
                    && version.version() == manifest.version()
                    && version.receivedAt().equals(manifest.receivedAt());
        }
    }

    /** In the order of their keys. */
    List<KeptManifest> manifests() {
        return manifests.values().stream()
                .sorted(Comparator.comparing(KeptManifest::key))
                .toList();
    }

    Optional<KeptManifest> manifest(String reference, int version) {
        return Optional.ofNullable(manifests.get("submissions/" + reference + "/" + version + "/manifest.json"));
    }

    Optional<String> sha256(String key) {
        return evidence.object(key).map(bytes -> Sha256.of(bytes).hex());
    }

    List<Recorded> eventsOf(KeptManifest manifest) {
        return versions.getOrDefault(manifest.key(), List.of());
    }

    List<Recorded> eventsWithoutManifest() {
        return Stream.concat(versions.entrySet().stream(), withdrawals.entrySet().stream())
                .filter(records -> evidence.object(records.getKey()).isEmpty())
                .flatMap(records -> records.getValue().stream())
                .toList();
    }

    Optional<byte[]> withdrawal(String reference) {
        return evidence.object(withdrawalKey(reference));
    }

    List<Recorded> withdrawalEvents(String reference) {
        return withdrawals.getOrDefault(withdrawalKey(reference), List.of());
    }

    /** Keys of withdrawals, acknowledged or not, of which the log says nothing. */
    List<String> untoldWithdrawals() {
        return evidence.objects().keySet().stream()
                .filter(key -> key.endsWith("/withdrawal.json"))
                .filter(key -> !withdrawals.containsKey(key))
                .toList();
    }

    /** References whose withdrawal was recorded under more than one event id. */
    List<String> doubledWithdrawals() {
        var doubled = new ArrayList<String>();
        withdrawals.forEach((key, records) -> {
            if (records.stream().map(Recorded::eventId).distinct().count() > 1) {
                doubled.add(key.split("/", -1)[1]);
            }
        });
        return doubled;
    }

    private static String withdrawalKey(String reference) {
        return "submissions/" + reference + "/withdrawal.json";
    }
}
