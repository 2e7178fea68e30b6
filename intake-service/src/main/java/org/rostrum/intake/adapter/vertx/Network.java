package org.rostrum.intake.adapter.vertx;

import java.net.InetAddress;
import java.util.List;

/**
 * A range of addresses.
 *
 * @param first any address of it
 * @param bits how many leading bits its addresses share
 */
record Network(InetAddress first, int bits) {
    Network {
        if (bits < 0 || bits > first.getAddress().length * 8) {
            throw new IllegalArgumentException("A network shares at most all bits of its addresses.");
        }
    }

    /** An address, or an address with a number of bits such as {@code 10.0.0.0/8}. Names are not looked up. */
    static Network parse(String text) {
        var parts = text.strip().split("/", 2);
        var address = InetAddress.ofLiteral(parts[0]);
        return new Network(address, parts.length == 1 ? address.getAddress().length * 8 : Integer.parseInt(parts[1]));
    }

    static List<Network> parse(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(Network::parse)
                .toList();
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xFF) >> (8 - rest) == 0;
    }
}
