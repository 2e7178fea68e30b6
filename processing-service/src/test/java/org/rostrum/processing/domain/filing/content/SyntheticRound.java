package org.rostrum.processing.domain.filing.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rostrum.processing.usecase.TestFeatures;

/**
 * A round of made-up words: each question has two words of its own, and its answers have ten others, which the question does
 * not say. Some answers repeat a word of the question.
 */
final class SyntheticRound {
    private static final int QUESTIONS = 5;
    private static final int OWN_WORDS = 2;
    private static final int TOPIC_WORDS = 10;

    private final Random chance = new Random(7);
    private final double quoting;

    record Answer(Features features, int question) {}

    /** @param quoting the share of answers that repeat a word of their question */
    SyntheticRound(double quoting) {
        this.quoting = quoting;
    }

    List<Question> questions() {
        return IntStream.range(0, QUESTIONS)
                .mapToObj(j -> new Question(List.of(
                        new Question.Wording("xx", features("own%da own%db what is asked".formatted(j, j)), null))))
                .toList();
    }

    List<Answer> answers(int count) {
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < count; i++) {
            int question = i % QUESTIONS;
            answers.add(new Answer(features(words(question, question)), question));
        }
        return answers;
    }

    /** Answers that speak of the next question's topic, as all authors of this round do. */
    List<Answer> crossedAnswers(int count) {
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < count; i++) {
            int question = i % QUESTIONS;
            answers.add(new Answer(features(words((question + 1) % QUESTIONS, (question + 1) % QUESTIONS)), question));
        }
        return answers;
    }

    /** Texts about something else. */
    List<Features> strangers(int count) {
        return IntStream.range(0, count).mapToObj(i -> features(words(-1, 99))).toList();
    }

    private String words(int asked, int topic) {
        String words = IntStream.range(0, 8)
                .mapToObj(i -> "topic%dx%d".formatted(topic, chance.nextInt(TOPIC_WORDS)))
                .collect(Collectors.joining(" "));
        boolean quotes = asked >= 0 && chance.nextDouble() < quoting;
        return quotes ? words + " own" + asked + (char) ('a' + chance.nextInt(OWN_WORDS)) : words;
    }

    static Features features(String words) {
        return Features.ofWords("xx", TestFeatures.words(words, null), Grams.of(words));
    }

    /** Learns from passages that stand alone. */
    static RoundReader reader(List<Question> questions, List<Features> open, List<Confirmed> confirmed) {
        return RoundReader.of(questions, open, confirmed, List.of());
    }

    static double accuracy(RoundReader reader, List<Answer> answers) {
        return answers.stream()
                .mapToInt(
                        answer -> Numbers.highest(reader.read(answer.features()).shares()) == answer.question() ? 1 : 0)
                .average()
                .orElse(0);
    }

    static List<Features> texts(List<Answer> answers) {
        return answers.stream().map(Answer::features).toList();
    }

    static List<Confirmed> confirmed(List<Answer> answers) {
        return answers.stream()
                .map(answer -> new Confirmed(answer.features(), answer.question()))
                .toList();
    }
}
