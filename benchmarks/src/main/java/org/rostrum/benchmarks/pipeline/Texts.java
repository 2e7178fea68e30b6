package org.rostrum.benchmarks.pipeline;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of ordinary words in no order, so that no two are alike; and letters that many send. All of it is made up. */
final class Texts {
    private static final List<String> WORDS = List.of(
            "access",
            "affordable",
            "agency",
            "agree",
            "always",
            "answer",
            "audit",
            "bandwidth",
            "before",
            "benefit",
            "border",
            "bridge",
            "broadband",
            "build",
            "cable",
            "capacity",
            "children",
            "citizens",
            "coast",
            "community",
            "cost",
            "country",
            "data",
            "decide",
            "demand",
            "digital",
            "district",
            "draft",
            "duct",
            "education",
            "energy",
            "equal",
            "evidence",
            "farmers",
            "fibre",
            "fund",
            "government",
            "grid",
            "health",
            "however",
            "include",
            "income",
            "industry",
            "inland",
            "island",
            "joint",
            "language",
            "law",
            "learn",
            "library",
            "licence",
            "local",
            "market",
            "measure",
            "mobile",
            "mountain",
            "municipal",
            "network",
            "never",
            "north",
            "open",
            "operator",
            "outage",
            "paper",
            "partner",
            "people",
            "permit",
            "plan",
            "policy",
            "power",
            "price",
            "private",
            "promise",
            "protect",
            "public",
            "quality",
            "region",
            "regulator",
            "remote",
            "repair",
            "report",
            "rights",
            "river",
            "road",
            "route",
            "rural",
            "safety",
            "satellite",
            "school",
            "secure",
            "service",
            "share",
            "signal",
            "skills",
            "small",
            "spectrum",
            "speed",
            "standard",
            "state",
            "station",
            "support",
            "tax",
            "teacher",
            "together",
            "tower",
            "town",
            "training",
            "transparent",
            "universal",
            "village",
            "water",
            "women",
            "worker",
            "young");
    private static final int SENTENCE = 14;

    private final Random chance = new Random(20);

    /** So many paragraphs of so many words. */
    String unique(int paragraphs, int words) {
        return IntStream.range(0, paragraphs).mapToObj(_ -> paragraph(words)).collect(Collectors.joining("\n\n"));
    }

    private String paragraph(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            var word = WORDS.get(chance.nextInt(WORDS.size()));
            boolean begins = i % SENTENCE == 0;
            text.append(begins ? (i == 0 ? "" : ". ") : " ")
                    .append(begins ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
        }
        return text.append('.').toString();
    }

    /** A letter with blanks for a name, and for what some add. */
    String template() {
        return "I, %s, ask you to listen.\n\n" + unique(4, 60) + "\n\n%s\n\nYours, %s";
    }

    /** One in ten adds a sentence of their own. */
    String copy(String template, String name) {
        return template.formatted(name, chance.nextInt(10) == 0 ? paragraph(8) : "Please act.", name);
    }

    /** A number from 0 that is small more often than large, as sizes of campaigns are. */
    int mostlySmall(int below) {
        return (int) (below * Math.pow(chance.nextDouble(), 4));
    }

    boolean oneIn(double share) {
        return chance.nextDouble() < share;
    }
}
