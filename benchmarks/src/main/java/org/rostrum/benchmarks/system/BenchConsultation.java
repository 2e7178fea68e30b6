package org.rostrum.benchmarks.system;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A consultation of three questions that is open to everyone, made for one benchmark. */
public record BenchConsultation(String id) {

    public void defineIn(SystemUnderTest system) {
        var now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        system.apply(id, """
            id: %s
            title: { en: "Benchmark %s" }
            organiser: Rostrum's own benchmarks
            reference: B-1
            zone: UTC
            languages: [en]
            stakeholderGroups: [Member State, Academia, Civil society, Private sector, Individual]
            rounds:
              - id: open
                accepts: [response]
                opens: %s
                closes: %s
                challengeAbove: 1000000
                instrument:
                  - { number: "1", kind: question, text: { en: "Which processes could address development?" } }
                  - { number: "2", kind: question, text: { en: "What are the challenges and good practices?" } }
                  - { number: "3", kind: question, text: { en: "How can we promote cooperation?" } }
            """.formatted(id, id, now.minusDays(1), now.plusDays(30)));
    }

    /** Where its submissions are sent. */
    public String path() {
        return "/api/v1/consultations/" + id + "/rounds/open/submissions";
    }
}
