package org.rostrum.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import org.rostrum.benchmarks.BenchFailure;

/**
 * Sends streams of requests from one thread and tallies the answers. It shares the processors with the system that it
 * measures, so it does no more than that: prepared bytes out, the status and the reference in.
 */
public final class LoadGenerator {
    /** After the end, for answers that are still to come; longer than any wait inside the server. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final Selector selector;
    private final List<Lane> lanes;
    private final long begin = System.nanoTime();
    private final long end;
    private final long enough;

    private LoadGenerator(Selector selector, List<Traffic> streams, Duration atMost, long enough) {
        this.selector = selector;
        this.lanes = streams.stream()
                .map(traffic -> new Lane(traffic, selector, begin))
                .toList();
        this.end = begin + atMost.toNanos();
        this.enough = enough;
    }

    /** Sends for so long; answers one tally for each stream. */
    public static List<Tally> run(Duration duration, Traffic... streams) {
        return run(duration, Long.MAX_VALUE, streams);
    }

    /**
     * Sends until the stream has so many acknowledgements.
     *
     * @throws BenchFailure if they do not come in half a minute and a hundredth of a second for each
     */
    public static Tally until(long acknowledgements, Traffic stream) {
        var patience = Duration.ofSeconds(30).plusMillis(10 * acknowledgements);
        var tally = run(patience, acknowledgements, stream).getFirst();
        if (tally.acknowledged() < acknowledgements) {
            throw new BenchFailure(
                    "The server at %s does not acknowledge what it is sent: %s".formatted(stream.to(), tally));
        }
        return tally;
    }

    /** Sends until the streams together have so many acknowledgements, but no longer than the given time. */
    private static List<Tally> run(Duration atMost, long acknowledgements, Traffic... streams) {
        try (Selector selector = Selector.open()) {
            return new LoadGenerator(selector, List.of(streams), atMost, acknowledgements).tallies();
        } catch (IOException e) {
            throw new UncheckedIOException("The load generator cannot open connections", e);
        }
    }

    private List<Tally> tallies() throws IOException {
        long now = begin;
        while (now < end && acknowledged() < enough) {
            for (Lane lane : lanes) {
                lane.sendDue(now);
            }
            serve(true);
            now = System.nanoTime();
        }
        long lasted = now - begin;
        while (underWay() > 0 && now < end + LAST_ANSWERS.toNanos()) {
            serve(false);
            now = System.nanoTime();
        }
        lanes.forEach(lane -> lane.end(lasted));
        return lanes.stream().map(Lane::tally).toList();
    }

    private void serve(boolean isInTime) throws IOException {
        selector.select(1);
        long now = System.nanoTime();
        for (SelectionKey key : selector.selectedKeys()) {
            serve((Connection) key.attachment(), now, isInTime);
        }
        selector.selectedKeys().clear();
    }

    private static void serve(Connection connection, long now, boolean isInTime) {
        try {
            Answer answer = connection.move();
            if (answer != null) {
                connection.lane().answered(connection, answer, now, isInTime);
            }
        } catch (IOException _) {
            connection.lane().broke(connection);
        }
    }

    private long acknowledged() {
        return lanes.stream().mapToLong(lane -> lane.tally().acknowledged()).sum();
    }

    private int underWay() {
        return lanes.stream().mapToInt(Lane::underWay).sum();
    }
}
