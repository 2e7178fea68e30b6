package org.rostrum.system.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.system.faults.Finding.Fault;
import org.rostrum.system.faults.Kept.KeptManifest;
import org.rostrum.system.faults.Reply.Acknowledged;
import org.rostrum.system.faults.Reply.Refused;
import org.rostrum.system.faults.Sending.Mark;
import org.rostrum.system.faults.Sending.Target;

/**
 * Compares what clients sent and were told with what is in the store and in the log. Knows nothing of how intake works, only
 * what it promises; looks at every exchange, every manifest and every record.
 */
final class Checker {
    private final List<Exchange> exchanges;
    private final Kept kept;
    private final List<Finding> findings = new ArrayList<>();

    private Checker(List<Exchange> exchanges, Evidence evidence) {
        this.exchanges = exchanges;
        this.kept = Kept.of(evidence);
    }

    /** Everything that must not be; empty if all is well. */
    static List<Finding> check(List<Exchange> exchanges, Evidence evidence) {
        var checker = new Checker(exchanges, evidence);
        checker.checkReceipts();
        checker.checkRefusals();
        checker.checkManifests();
        checker.checkRecords();
        return List.copyOf(new LinkedHashSet<>(checker.findings));
    }

    private void found(Fault fault, String detail) {
        findings.add(new Finding(fault, detail));
    }

    // What clients were told

    private void checkReceipts() {
        Map<String, String> receiptByKey = new HashMap<>();
        Map<String, Integer> variantByKey = new HashMap<>();
        for (var exchange : exchanges) {
            if (exchange.reply() instanceof Acknowledged acknowledged) {
                var key = exchange.sending().key();
                var receipt = acknowledged.receipt();
                var variant = exchange.sending().variant();
                if (!variantByKey.computeIfAbsent(key, first -> variant).equals(variant)) {
                    found(Fault.OTHER_BODY_ACKNOWLEDGED, "key " + key);
                } else if (!receiptByKey.computeIfAbsent(key, first -> receipt).equals(receipt)) {
                    found(Fault.TWO_RECEIPTS, "key " + key);
                }
                checkReceipt(exchange.sending(), acknowledged);
            }
        }
    }

    private void checkReceipt(Sending sending, Acknowledged acknowledged) {
        switch (sending.target()) {
            case Target.New() -> checkVersion(sending, acknowledged);
            case Target.NextVersion next -> checkVersion(sending, acknowledged);
            case Target.Line _ -> checkVersion(sending, acknowledged);
            case Target.Withdrawal withdrawal -> checkWithdrawal(withdrawal.reference());
        }
    }

    private void checkVersion(Sending sending, Acknowledged acknowledged) {
        var subject = "key " + sending.key() + ", reference " + acknowledged.reference();
        var there = kept.manifest(acknowledged.reference(), acknowledged.version());
        if (there.isEmpty()) {
            found(Fault.MANIFEST_LOST, subject);
            return;
        }
        var manifest = there.get();
        if (!manifest.mark().equals(sending.mark())) {
            found(Fault.FOREIGN_RECEIPT, subject);
        }
        if (!manifest.sha256().equals(acknowledged.manifestSha256())) {
            found(Fault.MANIFEST_CHANGED, subject);
        }
        if (!manifest.manifest().receivedAt().equals(acknowledged.receivedAt())) {
            found(Fault.WRONG_INSTANT, subject + ": receipt and manifest differ");
        }
        if (!acknowledged.fingerprints().equals(sending.fingerprints())) {
            found(Fault.ATTACHMENT_CHANGED, subject + ": the receipt lists other files than were sent");
        }
    }

    private void checkWithdrawal(String reference) {
        if (kept.withdrawal(reference).isEmpty()) {
            found(Fault.MANIFEST_LOST, "withdrawal of " + reference);
        } else if (kept.withdrawalEvents(reference).isEmpty()) {
            found(Fault.RECORD_LOST, "withdrawal of " + reference);
        }
    }

    /** All clients send what is valid: a refusal is right only where another body came first under the key. */
    private void checkRefusals() {
        Map<String, Set<Integer>> variants = exchanges.stream()
                .collect(Collectors.groupingBy(
                        exchange -> exchange.sending().key(),
                        Collectors.mapping(exchange -> exchange.sending().variant(), Collectors.toSet())));
        Set<Mark> acknowledged = exchanges.stream()
                .filter(exchange -> exchange.reply() instanceof Acknowledged)
                .map(exchange -> exchange.sending().mark())
                .collect(Collectors.toSet());
        for (var exchange : exchanges) {
            var mark = exchange.sending().mark();
            if (exchange.reply() instanceof Refused refused
                    && (acknowledged.contains(mark)
                            || variants.getOrDefault(mark.key(), Set.of()).size() == 1)) {
                found(Fault.WRONGLY_REFUSED, "key " + mark.key() + ": " + refused.status() + " " + refused.problem());
            }
        }
    }

    // What is there

    private void checkManifests() {
        Map<Mark, List<Exchange>> sent = exchanges.stream()
                .collect(Collectors.groupingBy(exchange -> exchange.sending().mark()));
        Map<String, KeptManifest> firstByKey = new LinkedHashMap<>();
        for (var manifest : kept.manifests()) {
            var requests = sent.get(manifest.mark());
            if (requests == null) {
                found(Fault.INVENTED, manifest.key());
                continue;
            }
            var first = firstByKey.putIfAbsent(manifest.mark().key(), manifest);
            if (first != null) {
                found(Fault.TWO_SUBMISSIONS, first.key() + " and " + manifest.key());
            }
            checkManifest(manifest, requests);
        }
    }

    private void checkManifest(KeptManifest manifest, List<Exchange> requests) {
        var sending = requests.getFirst().sending();
        if (!manifest.text().equals(sending.text())) {
            found(Fault.CONTENT_CHANGED, manifest.key());
        }
        if (requests.stream()
                .noneMatch(request -> request.covers(manifest.manifest().receivedAt()))) {
            found(
                    Fault.WRONG_INSTANT,
                    manifest.key() + " at " + manifest.manifest().receivedAt());
        }
        if (!manifest.fingerprints().equals(sending.fingerprints())) {
            found(Fault.ATTACHMENT_CHANGED, manifest.key());
        }
        for (var attachment : manifest.manifest().attachments()) {
            var object = attachment.object();
            var stored = kept.sha256(object.key());
            if (stored.isEmpty()) {
                found(Fault.ATTACHMENT_LOST, object.key());
            } else if (!stored.get().equals(object.sha256())) {
                found(Fault.ATTACHMENT_CHANGED, object.key());
            }
        }
    }

    private void checkRecords() {
        for (var manifest : kept.manifests()) {
            var events = kept.eventsOf(manifest);
            if (events.isEmpty()) {
                found(Fault.RECORD_LOST, manifest.key());
            }
            if (events.stream().map(Evidence.Recorded::eventId).distinct().count() > 1) {
                found(Fault.RECORD_DOUBLED, manifest.key());
            }
            if (!events.stream().allMatch(record -> manifest.isTheOneOf(record.event()))) {
                found(Fault.RECORD_CHANGED, manifest.key());
            }
        }
        kept.eventsWithoutManifest().forEach(record -> found(Fault.RECORD_WITHOUT_MANIFEST, record.eventId()));
        kept.untoldWithdrawals().forEach(key -> found(Fault.RECORD_LOST, key));
        kept.doubledWithdrawals().forEach(reference -> found(Fault.RECORD_DOUBLED, "withdrawal of " + reference));
    }
}
