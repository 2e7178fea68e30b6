package org.rostrum.system.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rostrum.system.faults.Reply.Acknowledged;
import org.rostrum.system.faults.Sending.Target;

/** Everything that the clients of one run sent and were told, in the order in which it ended. Thread-safe. */
final class History {
    private final List<Exchange> exchanges = new ArrayList<>();

    synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** How many keys have their receipt. */
    synchronized long acknowledgedKeys() {
        return acknowledged()
                .map(exchange -> exchange.sending().key())
                .distinct()
                .count();
    }

    /** Amendments and withdrawals that have their receipt. */
    synchronized long acknowledgedChanges() {
        return acknowledged()
                .map(Exchange::sending)
                .filter(sending ->
                        sending.target() instanceof Target.NextVersion || sending.target() instanceof Target.Withdrawal)
                .map(Sending::key)
                .distinct()
                .count();
    }

    /** Requests that had to be repeated. */
    synchronized long retries() {
        return exchanges.stream()
                .filter(exchange -> exchange.reply() instanceof Reply.Later || exchange.reply() instanceof Reply.None)
                .count();
    }

    synchronized long refused(int status) {
        return exchanges.stream()
                .filter(exchange -> exchange.reply() instanceof Reply.Refused refused && refused.status() == status)
                .count();
    }

    /** Receipts beyond the first of a key. */
    synchronized long repeatedReceipts() {
        return acknowledged().count() - acknowledgedKeys();
    }

    /** The first acknowledgement of a request that was sent after that moment. */
    synchronized Optional<Instant> firstAcknowledgedAfter(Instant moment) {
        return acknowledged()
                .filter(exchange -> exchange.sentAt().isAfter(moment))
                .map(Exchange::endedAt)
                .min(Comparator.naturalOrder());
    }

    private Stream<Exchange> acknowledged() {
        return exchanges.stream().filter(exchange -> exchange.reply() instanceof Acknowledged);
    }
}
