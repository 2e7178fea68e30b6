package org.rostrum.processing.adapter.extraction;

import java.util.List;

/**
 * What keeps a running worker to itself, as it found out.
 *
 * @param network whether it could reach another process by network, but for Java's own refusal
 * @param protections what the operating system enforces, by name
 */
public record Isolation(boolean network, List<String> protections) {
    public Isolation {
        protections = List.copyOf(protections);
    }
}
