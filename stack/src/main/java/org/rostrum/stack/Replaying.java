package org.rostrum.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.rostrum.stack.client.Replays;
import org.rostrum.stack.client.Tokens;
import org.rostrum.stack.state.Endpoints;
import org.rostrum.stack.state.StateFolder;
import org.rostrum.stack.state.WholeFile;

/** The verb that lets processing read everything again, and tells what changed. */
final class Replaying {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration TELL = Duration.ofSeconds(10);
    private static final int LINES = 40;

    private final StateFolder state;
    private final Progress progress;

    Replaying(StateFolder state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    void replay(@Nullable Path json) {
        var endpoints = Endpoints.read(state);
        var manager = endpoints.users().stream()
                .filter(user -> user.roles().contains("manager"))
                .findFirst()
                .orElseThrow(() -> new StackFailure("No demo user has the role manager: see deploy/realm/demo."));
        var replays =
                new Replays(endpoints.url(Part.PROCESSING), () -> Tokens.of(manager, endpoints.url(Part.KEYCLOAK)));
        progress.say("Reading every submission again; you may stop watching, it goes on.");
        var report = await(replays, replays.begin());
        tell(report);
        if (json != null) {
            WholeFile.write(json, report.toPrettyString());
            progress.say("The report is in " + json);
        }
        if (!report.path("state").asText().equals("done")) {
            throw new StackFailure(
                    "The replay ended early (" + report.path("fault").asText()
                            + "): what was read stays; begin it again. ./rostrum logs processing tells more.");
        }
    }

    private JsonNode await(Replays replays, JsonNode begun) {
        var report = begun;
        var told = Instant.now();
        while (report.path("state").asText().equals("running")) {
            pause();
            report = replays.latest();
            if (Duration.between(told, Instant.now()).compareTo(TELL) > 0) {
                told = Instant.now();
                progress.say(String.format(
                        Locale.ROOT,
                        " · %,d submissions",
                        report.path("submissions").asInt()));
            }
        }
        return report;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted; the replay goes on, see /api/v1/replays/latest of processing.", e);
        }
    }

    private void tell(JsonNode report) {
        progress.say(String.format(
                Locale.ROOT, " ✓ %,d submissions", report.path("submissions").asInt()));
        report.path("outcomes")
                .properties()
                .forEach(each -> progress.say(
                        String.format(Locale.ROOT, "   %,8d %s", each.getValue().asInt(), each.getKey())));
        var changes = report.path("changes");
        for (int i = 0; i < Math.min(LINES, changes.size()); i++) {
            progress.say("   " + line(changes.get(i)));
        }
        if (changes.size() > LINES) {
            progress.say("   ... and more: --json FILE writes them all, up to a thousand.");
        }
    }

    private static String line(JsonNode change) {
        var moves = new StringJoiner(", ");
        change.path("moved")
                .forEach(move -> moves.add(move.path("passage").asText() + ": " + items(move.path("from")) + " -> "
                        + items(move.path("to"))));
        return "%s %s %s%s"
                .formatted(
                        change.path("reference").asText(),
                        change.path("outcome").asText(),
                        change.path("fault").asText(""),
                        moves)
                .strip();
    }

    private static String items(JsonNode items) {
        var words = new StringJoiner("+");
        items.forEach(item -> words.add(item.asText()));
        return items.isEmpty() ? "no question" : words.toString();
    }
}
