package org.rostrum.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.publishing.Chronicle;

class ShelfTest {
    private final Shelf shelf = new Shelf(UnaryOperator.identity());

    @Test
    void full_pages_stay_as_they_are_while_the_shelf_grows() {
        for (int i = 0; i < 10; i++) {
            shelf.add(contribution(i));
        }
        var first = shelf.page(1, 4);

        shelf.add(contribution(10));

        assertThat(shelf.page(1, 4)).isEqualTo(first);
        assertThat(shelf.pages(4)).isEqualTo(3);
        assertThat(shelf.page(3, 4)).hasSize(3);
    }

    @Test
    void orders_by_clearance_whatever_the_order_of_arrival() {
        shelf.add(contribution(3));
        shelf.add(contribution(1));
        int place = shelf.add(contribution(2));

        assertThat(place).isEqualTo(1);
        assertThat(shelf.latest(2)).containsExactly(contribution(3), contribution(2));
    }

    @Test
    void a_place_in_the_list_means_the_same_after_new_arrivals() {
        for (int i = 0; i < 5; i++) {
            shelf.add(contribution(i));
        }
        var second = Optional.of(contribution(3).position());

        shelf.add(contribution(6));

        assertThat(shelf.before(second, 2)).containsExactly(contribution(2), contribution(1));
        assertThat(shelf.before(Optional.empty(), 1)).containsExactly(contribution(6));
    }

    private static PublishedContribution contribution(int number) {
        var chronicle = Chronicle.ofPublic(number);
        var cleared = (SubmissionCleared) chronicle.cleared().event();
        return new PublishedContribution(
                chronicle.content(),
                "clearance",
                cleared.artefact().sha256(),
                cleared.clearedAt(),
                cleared.clearedAt(),
                null);
    }
}
