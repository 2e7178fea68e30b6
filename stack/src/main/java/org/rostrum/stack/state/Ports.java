package org.rostrum.stack.state;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rostrum.stack.Part;
import org.rostrum.stack.StackFailure;

/** Which port each part listens on, and Kafka's second one for its controller. */
public record Ports(Map<String, Integer> byName) {
    private static final String CONTROLLER = "kafka-controller";
    /** Below the range from which systems take ports of outgoing connections, so that a free port stays free. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    public Ports {
        byName = Map.copyOf(byName);
    }

    /** How ports are chosen: the usual ones, free ones, or as at the last start of this state. */
    public enum Choice {
        USUAL,
        FREE,
        AS_BEFORE
    }

    public int of(Part part) {
        return required(part.label());
    }

    public int kafkaController() {
        return required(CONTROLLER);
    }

    /**
     * Chooses and remembers the ports.
     *
     * @param running parts that already listen, whose ports stay as they are
     * @param starting parts that are about to listen, whose ports must be free
     */
    public static Ports choose(
            StateFolder state, Choice choice, Set<Part> running, Set<Part> starting, RandomGenerator random) {
        Map<String, String> kept = PropertiesFile.read(state.ports());
        boolean free = choice == Choice.FREE || (choice == Choice.AS_BEFORE && "free".equals(kept.get("choice")));
        Ports ports = chosen(kept, free, running, starting, random);
        Map<String, String> values = new HashMap<>(Map.of("choice", free ? "free" : "usual"));
        ports.byName.forEach((name, port) -> values.put(name, port.toString()));
        WholeFile.write(state.ports(), PropertiesFile.text(values));
        return ports;
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    private static Ports chosen(
            Map<String, String> kept, boolean free, Set<Part> running, Set<Part> starting, RandomGenerator random) {
        Map<String, Integer> chosen = new HashMap<>();
        for (Part part : Part.values()) {
            chosen.put(part.label(), port(part, kept, free, running, starting, chosen, random));
        }
        boolean kafkaRuns = running.contains(Part.KAFKA);
        chosen.put(CONTROLLER, keptOrFree(kept.get(CONTROLLER), kafkaRuns, chosen, random));
        return new Ports(chosen);
    }

    private static int port(
            Part part,
            Map<String, String> kept,
            boolean free,
            Set<Part> running,
            Set<Part> starting,
            Map<String, Integer> chosen,
            RandomGenerator random) {
        String before = kept.get(part.label());
        if (running.contains(part) && before != null) {
            return Integer.parseInt(before);
        }
        if (free) {
            return keptOrFree(before, false, chosen, random);
        }
        if (starting.contains(part) && !isFree(part.usualPort())) {
            throw new StackFailure("Port " + part.usualPort() + ", which " + part.label()
                    + " needs, is in use by another program: stop that program or start with --ports auto.");
        }
        return part.usualPort();
    }

    private static int keptOrFree(
            @Nullable String before, boolean inUseByUs, Map<String, Integer> chosen, RandomGenerator random) {
        IntPredicate usable = port -> !chosen.containsValue(port) && isFree(port);
        if (before != null && (inUseByUs || usable.test(Integer.parseInt(before)))) {
            return Integer.parseInt(before);
        }
        return random.ints(LOWEST, HIGHEST)
                .limit(HIGHEST - LOWEST)
                .filter(usable)
                .findFirst()
                .orElseThrow(() -> new StackFailure("No free port was found between " + LOWEST + " and " + HIGHEST
                        + ": stop some programs and try again."));
    }

    private int required(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalStateException("No port was chosen for " + name);
        }
        return port;
    }
}
