package org.rostrum.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the requests of one stream. */
public final class Tally {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Latencies latencies = new Latencies();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> references = new ArrayList<>();
    private long sent;
    private long inTime;
    private long broken;
    private long unsent;
    private double seconds;

    void sent() {
        sent++;
    }

    void answered(Answer answer, long latencyNanos, boolean isInTime) {
        statuses.merge(answer.status(), 1, Integer::sum);
        if (answer.status() == CREATED || answer.status() == OK) {
            references.add(answer.reference());
            latencies.add(latencyNanos);
            inTime += isInTime ? 1 : 0;
        }
    }

    void broke() {
        broken++;
    }

    void wentAway() {
        unsent++;
    }

    void lasted(long nanos) {
        seconds = nanos / 1e9;
    }

    public long acknowledged() {
        return references.size();
    }

    /** Acknowledged within the measured time, by second. */
    public double perSecond() {
        return inTime / seconds;
    }

    /** Requests that reached the server or wanted to, by second. */
    public double offeredPerSecond() {
        return (sent + unsent) / seconds;
    }

    /** Milliseconds that this share of the acknowledged ones did not exceed. */
    public double percentile(double share) {
        return latencies.percentile(share);
    }

    public int count(int status) {
        return statuses.getOrDefault(status, 0);
    }

    /** Answers from 500, other than the 503 that tells a sender to come back. */
    public int serverErrors() {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getKey() >= 500 && entry.getKey() != 503)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Requests whose connection ended before the answer. */
    public long broken() {
        return broken;
    }

    /** Senders who found no connection in time and went away. */
    public long unsent() {
        return unsent;
    }

    /** What the server acknowledged, by the reference that it gave. */
    public List<String> references() {
        return List.copyOf(references);
    }

    @Override
    public String toString() {
        return "%.0f/s acknowledged, p50 %.1f ms, p99 %.1f ms, answers %s%s%s"
                .formatted(
                        perSecond(),
                        percentile(0.5),
                        percentile(0.99),
                        statuses,
                        broken == 0 ? "" : ", broken " + broken,
                        unsent == 0 ? "" : ", went away " + unsent);
    }
}
