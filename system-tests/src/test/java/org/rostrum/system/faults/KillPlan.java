package org.rostrum.system.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.rostrum.stack.Part;

/** Who is killed when: the same for the same seed. A third of the strikes hit two parts at once. */
final class KillPlan {
    private static final List<Part> VICTIMS = List.of(Part.INTAKE, Part.KAFKA, Part.S3);

    private KillPlan() {}

    /**
     * One moment.
     *
     * @param after how long everything has been well before
     * @param apart how long the second part outlives the first
     * @param down how long they stay dead
     */
    record Strike(Set<Part> parts, Duration after, Duration apart, Duration down) {
        Strike {
            parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
        }
    }

    static List<Strike> of(long seed, int kills) {
        var random = new Random(seed);
        var victims = victims(random, kills);
        var strikes = new ArrayList<Strike>();
        while (!victims.isEmpty()) {
            var parts = EnumSet.of(victims.pop());
            if (random.nextInt(3) == 0 && !victims.isEmpty() && !parts.contains(victims.peek())) {
                parts.add(victims.pop());
            }
            strikes.add(new Strike(
                    parts,
                    Duration.ofMillis(random.nextInt(1500)),
                    Duration.ofMillis(random.nextInt(200)),
                    Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(2000) : 0)));
        }
        return strikes;
    }

    /** Each part as often as the others. */
    private static Deque<Part> victims(Random random, int kills) {
        var victims = new ArrayList<Part>();
        for (int i = 0; i < kills; i++) {
            victims.add(VICTIMS.get(i % VICTIMS.size()));
        }
        Collections.shuffle(victims, random);
        return new ArrayDeque<>(victims);
    }
}
