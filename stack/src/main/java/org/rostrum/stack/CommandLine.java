package org.rostrum.stack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rostrum.stack.state.Ports;

/** What was asked for: a verb with its own arguments, and the state directory it is about. */
public record CommandLine(Path state, Verb verb) {

    /** The verbs of the command, but for {@code test}, {@code bench} and {@code evaluate}, which the script does itself. */
    public sealed interface Verb {}

    /** Start what is not running; in the foreground until Ctrl-C unless detached. */
    public record Up(boolean detach, Ports.Choice ports, Set<Part> parts) implements Verb {
        public Up {
            parts = Set.copyOf(parts);
        }
    }

    public record Down() implements Verb {}

    public record Status() implements Verb {}

    public record Logs(Part part, boolean follow) implements Verb {}

    public record Apply(Path file) implements Verb {}

    public record Token(String user) implements Verb {}

    /** Let processing read every submission again; {@code json} is where the report goes, if anywhere. */
    public record Replay(@Nullable Path json) implements Verb {}

    /** Check a receipt; {@code url} is the address of the intake that issued it. */
    public record Verify(
            Path receipt, @Nullable Path key, @Nullable String url, List<Path> manifests, List<Path> attachments)
            implements Verb {
        public Verify {
            manifests = List.copyOf(manifests);
            attachments = List.copyOf(attachments);
        }
    }

    public record Restart(Part part) implements Verb {}

    public record Kill(Part part) implements Verb {}

    public record Help() implements Verb {}

    private static final String SEE_HELP = ": ./rostrum help shows what there is.";

    /** Reads the words of a command line; {@link StackFailure} names the first that makes no sense. */
    public static CommandLine parse(List<String> arguments) {
        return new Reading(arguments).commandLine();
    }

    private static final class Reading {
        private final Deque<String> words;
        private final List<String> operands = new ArrayList<>();
        private Path state = Path.of(".rostrum");
        private Ports.Choice ports = Ports.Choice.AS_BEFORE;
        private Set<Part> parts = EnumSet.allOf(Part.class);
        private final List<Path> manifests = new ArrayList<>();
        private final List<Path> attachments = new ArrayList<>();

        @Nullable
        private Path key;

        @Nullable
        private String url;

        @Nullable
        private Path json;

        private boolean detach;
        private boolean follow;

        Reading(List<String> arguments) {
            this.words = new ArrayDeque<>(arguments);
        }

        CommandLine commandLine() {
            String verb = words.isEmpty() ? "help" : words.removeFirst();
            while (!words.isEmpty()) {
                readOne(words.removeFirst());
            }
            return new CommandLine(state, verb(verb));
        }

        private void readOne(String word) {
            switch (word) {
                case "--detach", "-d" -> detach = true;
                case "--follow", "-f" -> follow = true;
                case "--state" -> state = Path.of(value(word));
                case "--ports" -> ports = choice(value(word));
                case "--json" -> json = Path.of(value(word));
                case "--key" -> key = Path.of(value(word));
                case "--url" -> url = value(word);
                case "--manifest" -> manifests.add(Path.of(value(word)));
                case "--attachment" -> attachments.add(Path.of(value(word)));
                case "--only" -> parts = Part.withNeeds(partsOf(value(word)));
                default -> operands.add(operand(word));
            }
        }

        private Verb verb(String verb) {
            return switch (verb) {
                case "up" -> new Up(detach, ports, parts);
                case "down" -> none(new Down());
                case "status" -> none(new Status());
                case "help", "--help", "-h" -> new Help();
                case "logs" -> new Logs(one(verb, "a part", CommandLine::part), follow);
                case "apply" -> new Apply(one(verb, "a file", Path::of));
                case "token" -> new Token(one(verb, "a user", Function.identity()));
                case "verify" -> new Verify(one(verb, "a receipt", Path::of), key, url, manifests, attachments);
                case "replay" -> replay(one(verb, "a service", CommandLine::part));
                case "restart" -> new Restart(one(verb, "a part", CommandLine::part));
                case "kill" -> new Kill(one(verb, "a part", CommandLine::part));
                default -> throw new StackFailure("There is no command " + verb + SEE_HELP);
            };
        }

        private Verb replay(Part part) {
            if (part != Part.PROCESSING) {
                throw new StackFailure("Only processing can be replayed: publishing replays whenever it starts.");
            }
            return new Replay(json);
        }

        private Verb none(Verb verb) {
            if (!operands.isEmpty()) {
                throw new StackFailure("Nothing can follow here, yet there is " + operands.getFirst() + SEE_HELP);
            }
            return verb;
        }

        private <T> T one(String verb, String what, Function<String, T> reading) {
            if (operands.size() != 1) {
                throw new StackFailure("./rostrum " + verb + " needs " + what + SEE_HELP);
            }
            return reading.apply(operands.getFirst());
        }

        private String value(String option) {
            if (words.isEmpty()) {
                throw new StackFailure("The option " + option + " needs a value" + SEE_HELP);
            }
            return words.removeFirst();
        }

        private static String operand(String word) {
            if (word.startsWith("-")) {
                throw new StackFailure("There is no option " + word + SEE_HELP);
            }
            return word;
        }

        private static Ports.Choice choice(String word) {
            return switch (word) {
                case "auto" -> Ports.Choice.FREE;
                case "default" -> Ports.Choice.USUAL;
                default -> throw new StackFailure("--ports takes auto or default, not " + word + ".");
            };
        }
    }

    private static Set<Part> partsOf(String list) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String label : list.split(",", -1)) {
            if (label.equals("infra")) {
                parts.addAll(Part.INFRASTRUCTURE);
            } else {
                parts.add(part(label));
            }
        }
        return parts;
    }

    private static Part part(String label) {
        return Part.named(label)
                .orElseThrow(
                        () -> new StackFailure("There is no part " + label + "; the parts are " + Part.labels() + "."));
    }
}
