package org.rostrum.intake.domain.admission;

import java.util.HashMap;
import java.util.Map;

/** How many requests each client has under way at once. */
public final class Together {
    private final int most;
    private final Map<String, Integer> underWay = new HashMap<>();

    public Together(int most) {
        this.most = most;
    }

    /** Counts one more, unless the client has the most already. */
    public synchronized boolean begin(String client) {
        int before = underWay.getOrDefault(client, 0);
        if (before >= most) {
            return false;
        }
        underWay.put(client, before + 1);
        return true;
    }

    public synchronized void end(String client) {
        underWay.computeIfPresent(client, (same, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }
}
