package org.rostrum.stack.state;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rostrum.stack.Part;
import org.rostrum.stack.StackFailure;

/** Which port each part listens on, and Kafka's second one for its controller. */
public record Ports(Map<String, Integer> byName) {
    private static final int LOOKS = 30;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final String CONTROLLER = "kafka-controller";
    private static final String MAIL_PAGE = "mail-page";
    private static final int USUAL_MAIL_PAGE = 8409;
    private static final String CHOICE = "choice";
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

    /** Where the mails that arrived are shown. */
    public int mailPage() {
        return required(MAIL_PAGE);
    }

    public int kafkaController() {
        return required(CONTROLLER);
    }

    /**
     * Chooses and remembers the ports. While any part runs, none moves: the others have been told the addresses.
     *
     * @param starting parts that are about to listen, whose ports must be free
     */
    public static Ports choose(
            StateFolder state, Choice choice, boolean othersRun, Set<Part> starting, RandomGenerator random) {
        Map<String, String> kept = PropertiesFile.read(state.ports());
        if (othersRun && !kept.isEmpty()) {
            return asKept(kept).requireFree(starting, "stop that program, or ./rostrum down and up --ports auto.");
        }
        boolean free = choice == Choice.FREE || (choice == Choice.AS_BEFORE && "free".equals(kept.get(CHOICE)));
        Ports ports = free
                ? free(kept, random)
                : usual(kept, random).requireFree(starting, "stop that program or start with --ports auto.");
        ports.keep(state, free);
        return ports;
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    private static Ports asKept(Map<String, String> kept) {
        Map<String, Integer> ports = new HashMap<>();
        kept.forEach((name, port) -> {
            if (!name.equals(CHOICE)) {
                ports.put(name, Integer.parseInt(port));
            }
        });
        return new Ports(ports);
    }

    private static Ports free(Map<String, String> kept, RandomGenerator random) {
        Map<String, Integer> chosen = new HashMap<>();
        for (Part part : Part.values()) {
            chosen.put(part.label(), keptOrFree(kept.get(part.label()), chosen, random));
        }
        chosen.put(CONTROLLER, keptOrFree(kept.get(CONTROLLER), chosen, random));
        chosen.put(MAIL_PAGE, keptOrFree(kept.get(MAIL_PAGE), chosen, random));
        return new Ports(chosen);
    }

    private static Ports usual(Map<String, String> kept, RandomGenerator random) {
        Map<String, Integer> chosen = new HashMap<>();
        for (Part part : Part.values()) {
            chosen.put(part.label(), part.usualPort());
        }
        chosen.put(CONTROLLER, keptOrFree(kept.get(CONTROLLER), chosen, random));
        chosen.put(MAIL_PAGE, USUAL_MAIL_PAGE);
        return new Ports(chosen);
    }

    /** A program that was killed holds its port until the last of its threads has ended, which a low priority delays. */
    private static boolean becomesFree(int port) {
        for (int look = 0; look < LOOKS && !isFree(port); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return isFree(port);
    }

    private Ports requireFree(Set<Part> starting, String wayOut) {
        for (Part part : starting) {
            if (!becomesFree(of(part))) {
                throw new StackFailure("Port " + of(part) + ", which " + part.label()
                        + " needs, is in use by another program: " + wayOut);
            }
        }
        return this;
    }

    private void keep(StateFolder state, boolean free) {
        Map<String, String> values = new HashMap<>(Map.of(CHOICE, free ? "free" : "usual"));
        byName.forEach((name, port) -> values.put(name, port.toString()));
        WholeFile.write(state.ports(), PropertiesFile.text(values));
    }

    private static int keptOrFree(@Nullable String before, Map<String, Integer> chosen, RandomGenerator random) {
        IntPredicate usable = port -> !chosen.containsValue(port) && isFree(port);
        if (before != null && usable.test(Integer.parseInt(before))) {
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
