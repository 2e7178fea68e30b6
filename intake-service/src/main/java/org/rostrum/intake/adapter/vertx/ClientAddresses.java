package org.rostrum.intake.adapter.vertx;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose request it is: the address of the connection, or what a proxy that we were told to trust says. Anybody else may write
 * into those headers what they like, and it is not read.
 */
final class ClientAddresses {
    private static final int NETWORK_BYTES = 8;

    private final List<Network> proxies;
    private final List<Network> uncounted;
    private final boolean isForwarded;

    /** @param header {@code X-Forwarded-For} or {@code Forwarded} (RFC 7239): only one, for a proxy sets only one */
    ClientAddresses(List<Network> proxies, List<Network> uncounted, String header) {
        this.proxies = proxies;
        this.uncounted = uncounted;
        this.isForwarded = header.equalsIgnoreCase("Forwarded");
    }

    /**
     * The name under which a client is counted; empty for those who are not counted.
     *
     * @param peer address of the connection
     * @param forwarded value of the header, all its lines joined with commas
     */
    Optional<String> client(String peer, @Nullable String forwarded) {
        var address = literal(peer);
        if (address.isEmpty()) {
            return Optional.of(peer);
        }
        var client = origin(address.get(), forwarded);
        return contains(uncounted, client) ? Optional.empty() : Optional.of(name(client));
    }

    /** From the nearest proxy outwards, as long as each is trusted. */
    private InetAddress origin(InetAddress peer, @Nullable String forwarded) {
        var nearest = peer;
        var hops = forwarded == null ? new String[0] : forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && contains(proxies, nearest); i--) {
            var before = literal(isForwarded ? node(hops[i]) : hops[i].strip());
            if (before.isEmpty()) {
                return nearest;
            }
            nearest = before.get();
        }
        return nearest;
    }

    private static String node(String element) {
        return Arrays.stream(element.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.regionMatches(true, 0, "for=", 0, 4))
                .map(pair -> pair.substring(4).replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    /** Also {@code [2001:db8::1]:4711} and {@code 192.0.2.1:4711}, as RFC 7239 has them. */
    private static Optional<InetAddress> literal(String text) {
        try {
            var bare = text.startsWith("[")
                    ? text.substring(1, Math.max(1, text.indexOf(']')))
                    : text.chars().filter(c -> c == ':').count() == 1 ? text.substring(0, text.indexOf(':')) : text;
            return bare.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean contains(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** One subscriber has a /64 of IPv6 at least, and may use any address of it. */
    private static String name(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "/64"
                : address.getHostAddress();
    }
}
