package org.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;

/** Consultations made for one test, so that tests do not see each other's submissions. */
final class Consultations {
    private Consultations() {}

    /** A consultation with an open, a closed and an announced round over the same three questions; answers its id. */
    static String define(RunningSystem system, String name) throws IOException {
        var id = name + "-" + Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000), 36);
        var now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        var yaml = """
                id: %s
                title: { en: "Connecting the last village", fr: "Relier le dernier village", ar: "ربط القرية الأخيرة" }
                organiser: Rostrum's own tests
                reference: T-1
                zone: Europe/Zurich
                languages: [en]
                unofficialLanguages: [fr, ar]
                stakeholderGroups: [Member State, Academia, Civil society, Private sector, Individual]
                rounds:
                  - id: open
                    accepts: [response]
                    opens: %s
                    closes: %s
                    instrument:
                      - number: "1"
                        kind: question
                        text: { en: "Which multilateral processes could address Internet development?", fr: "Quels processus multilatéraux ?", ar: "ما هي العمليات متعددة الأطراف؟" }
                      - number: "2"
                        kind: question
                        text: { en: "What are the challenges and good practices, including in areas such as:" }
                        areas:
                          - { number: "2.a", text: { en: the deployment of IPv6 } }
                          - { number: "2.b", text: { en: using satellite communication to reach remote areas } }
                      - number: "3"
                        kind: question
                        text: { en: "How can we promote international multistakeholder cooperation?" }
                  - { id: closed, accepts: [response], opens: %s, closes: %s, instrumentOf: open }
                  - { id: announced, accepts: [response], opens: %s, closes: %s, instrumentOf: open }
                """.formatted(
                        id,
                        now.minusDays(30),
                        now.plusDays(30),
                        now.minusDays(60),
                        now.minusDays(31),
                        now.plusDays(31),
                        now.plusDays(60));
        var file = system.state().resolve(id + ".yaml");
        Files.writeString(file, yaml);
        var result = system.apply(file);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return id;
    }

    /** A consultation whose only round has closed, and takes late submissions. */
    static String defineLate(RunningSystem system, String name) throws IOException {
        var now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return defineOne(system, name, now.minusDays(30), now.minusDays(1), "late: accept");
    }

    /** A consultation whose only round calls it a flood when a second submission comes within a minute. */
    static String defineSoonFlooded(RunningSystem system, String name) throws IOException {
        var now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return defineOne(system, name, now.minusDays(30), now.plusDays(30), "challengeAbove: 1");
    }

    private static String defineOne(
            RunningSystem system, String name, LocalDateTime opens, LocalDateTime closes, String rule)
            throws IOException {
        var id = name + "-" + Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000), 36);
        var yaml = """
                id: %s
                title: { en: "Connecting the last village" }
                organiser: Rostrum's own tests
                zone: Europe/Zurich
                stakeholderGroups: [Civil society]
                rounds:
                  - id: open
                    accepts: [response]
                    opens: %s
                    closes: %s
                    %s
                    instrument:
                      - { number: "1", kind: question, text: { en: "Which processes could help?" } }
                      - { number: "2", kind: question, text: { en: "What stands in the way?" } }
                """.formatted(id, opens, closes, rule);
        var file = system.state().resolve(id + ".yaml");
        Files.writeString(file, yaml);
        var result = system.apply(file);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return id;
    }

    static Path demo() {
        return Path.of("..", "deploy", "consultations", "cwg-internet-demo.yaml");
    }
}
