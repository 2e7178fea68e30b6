package org.rostrum.processing.usecase;

import java.util.List;
import java.util.TreeMap;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.SubmissionId;

/** Choices by what they are about. */
record InMemoryKeyPassageChoices(TreeMap<String, Choice> choices) implements KeyPassageChoices {

    private static String prefix(RoundTexts.Of round, ItemNumber item) {
        return round.consultation() + "/" + round.round() + "/" + item + "/";
    }

    @Override
    public List<Choice> of(RoundTexts.Of round, ItemNumber item) {
        return List.copyOf(choices.subMap(prefix(round, item), prefix(round, item) + '\uffff')
                .values());
    }

    @Override
    public void choose(RoundTexts.Of round, ItemNumber item, Choice choice) {
        choices.put(prefix(round, item) + choice.submission() + "/" + choice.textHash(), choice);
    }

    @Override
    public void leave(RoundTexts.Of round, ItemNumber item, SubmissionId submission, String textHash) {
        choices.remove(prefix(round, item) + submission + "/" + textHash);
    }

    @Override
    public void forget(SubmissionId submission) {
        choices.values().removeIf(choice -> choice.submission().equals(submission));
    }
}
