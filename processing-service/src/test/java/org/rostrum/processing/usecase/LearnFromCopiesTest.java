package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.SubmissionEvent.SubmissionReceived;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.filing.Filing;

/** A letter that many send is judged once, but none of them is forgotten. */
class LearnFromCopiesTest {
    private static final String LETTER = "Whatever comes, the amber harbour matters to everybody who lives beside it.";
    private static final int COPIES = 5;

    private final Workplace workplace = new Workplace();
    private final List<SubmissionReceived> copies = new ArrayList<>();

    @Test
    void files_a_copy_again_that_was_left_behind_where_its_twins_stand() {
        workplace.isDefined();
        IntStream.range(0, COPIES).forEach(this::arrives);
        learnAll(workplace.learning);
        var standing = passage(0).filing();
        var elsewhere = new Filing(
                List.of(new ItemNumber(standing.items().contains(new ItemNumber("1")) ? "2" : "1")),
                0.3,
                FilingBasis.CONTENT,
                List.of());
        var behind = copies.getLast().submission();
        workplace.transactions.doInOne(
                books -> books.contents().refile(behind, 1, passage(COPIES - 1).refiled(elsewhere)));

        learnAll(new LearnRounds(
                workplace.transactions,
                TestFeatures.DESCRIBE,
                workplace.models,
                () -> Workplace.NOON,
                LearnFromCopiesTest::noRush));

        assertThat(IntStream.range(0, COPIES)
                        .mapToObj(copy -> passage(copy).filing().items()))
                .containsOnly(standing.items());
    }

    private static void noRush(Object time) {
        throw new IllegalStateException("there is no rush");
    }

    private void arrives(int number) {
        var event = workplace.typed(number, LETTER);
        copies.add(event);
        workplace.handle("received-" + number, event);
    }

    private void learnAll(LearnRounds learning) {
        while (learning.learn()) {
            assertThat(workplace.transactions).isNotNull();
        }
    }

    private FiledPassage passage(int copy) {
        return workplace
                .transactions
                .inOne(books -> books.contents().find(copies.get(copy).submission(), 1))
                .orElseThrow()
                .passages()
                .getFirst();
    }
}
