package org.rostrum.benchmarks.intake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.benchmarks.BenchFailure;

/** What the command line asks for. */
record Options(Plan plan, Set<Phase> phases, int atOnce, Path state, Optional<Path> json) {
    private static final int AT_ONCE = 32;

    Options {
        phases = Set.copyOf(phases);
    }

    /** What is measured; the throughput of Rostrum is measured in any case, for the others are relative to it. */
    enum Phase {
        THROUGHPUT,
        MODERATE,
        FAIRNESS,
        OVERLOAD,
        BULK,
        MEMORY;

        private static Set<Phase> among(String list) {
            try {
                return Arrays.stream(list.split(",", -1))
                        .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)));
            } catch (IllegalArgumentException e) {
                throw new BenchFailure(
                        "--only takes some of throughput,moderate,fairness,overload,bulk,memory, not " + list + ".", e);
            }
        }
    }

    /** Takes every word from the command line. */
    static Options read(Deque<String> words, Path root) {
        var reading = new Reading(words, root.resolve("benchmarks/target/state"));
        while (!words.isEmpty()) {
            reading.one(words.removeFirst());
        }
        return reading.options();
    }

    private static final class Reading {
        private final Deque<String> words;
        private Plan plan = Plan.full();
        private Set<Phase> phases = EnumSet.allOf(Phase.class);
        private int submissions;
        private int atOnce = AT_ONCE;
        private Path state;
        private @Nullable Path json;

        Reading(Deque<String> words, Path state) {
            this.words = words;
            this.state = state;
        }

        void one(String word) {
            switch (word) {
                case "--quick" -> plan = Plan.quick();
                case "--tiny" -> plan = Plan.tiny();
                case "--only" -> phases = Phase.among(value(word));
                case "--submissions" -> submissions = number(word);
                case "--at-once" -> atOnce = number(word);
                case "--state" -> state = Path.of(value(word));
                case "--json" -> json = Path.of(value(word));
                default -> throw new BenchFailure("There is no option " + word + "; ./rostrum bench help lists them.");
            }
        }

        Options options() {
            return new Options(
                    submissions == 0 ? plan : plan.withSubmissions(submissions),
                    phases,
                    atOnce,
                    state,
                    Optional.ofNullable(json));
        }

        private int number(String option) {
            String value = value(option);
            if (!value.matches("[1-9][0-9]{0,8}")) {
                throw new BenchFailure("The option " + option + " needs a number, not " + value + ".");
            }
            return Integer.parseInt(value);
        }

        private String value(String option) {
            if (words.isEmpty()) {
                throw new BenchFailure("The option " + option + " needs a value.");
            }
            return words.removeFirst();
        }
    }
}
