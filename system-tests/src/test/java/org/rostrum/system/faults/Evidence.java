package org.rostrum.system.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rostrum.contracts.SubmissionEvent;
import org.rostrum.contracts.SubmissionEvent.AuthorshipDisputed;
import org.rostrum.contracts.SubmissionEvent.SubmissionErased;
import org.rostrum.contracts.SubmissionEvent.SubmissionWithdrawn;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;

/**
 * What is there after a run.
 *
 * @param objects manifests, withdrawals and attachments by their keys in intake's bucket
 * @param records all of submissions.v1
 */
record Evidence(Map<String, byte[]> objects, List<Recorded> records) {
    Evidence {
        objects = Map.copyOf(objects);
        records = List.copyOf(records);
    }

    /** One record of the topic; a repeated one has the same id. */
    record Recorded(String eventId, SubmissionEvent event) {
        /** The key of the object that it speaks of. */
        String about() {
            return switch (event) {
                case VersionAcknowledged version -> version.manifest().key();
                case SubmissionWithdrawn withdrawn -> withdrawn.withdrawal().key();
                case AuthorshipDisputed disputed -> "submissions/" + disputed.reference() + "/dispute.json";
                case SubmissionErased erased -> "erasures/" + erased.reference() + ".json";
            };
        }
    }

    /** What was there before a run is not judged with it, nor what is told of it during the run. */
    Evidence without(Evidence earlier) {
        var fresh = objects.entrySet().stream()
                .filter(object -> !earlier.objects().containsKey(object.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var told = earlier.records().stream().map(Recorded::eventId).collect(Collectors.toSet());
        return new Evidence(
                fresh,
                records.stream()
                        .filter(record -> !earlier.objects().containsKey(record.about()))
                        .filter(record -> !told.contains(record.eventId()))
                        .toList());
    }

    Optional<byte[]> object(String key) {
        return Optional.ofNullable(objects.get(key));
    }
}
