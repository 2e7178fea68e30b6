package org.rostrum.processing.domain.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemKind;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.SubmissionKind;

class ItemQuotesTest {
    private final ItemQuotes quotes = new ItemQuotes(Instrument.of(
            List.of(
                    item(
                            "1",
                            "Landing stations",
                            "Where should new landing stations be built? Who should pay for them?"),
                    item("2", "Repair", "Where should new repair ships wait? Who should pay for them?"),
                    item("3", "Repair", "What else would you like to tell us?")),
            List.of(SubmissionKind.RESPONSE)));

    private static Item item(String number, String title, String text) {
        return new Item(
                new ItemNumber(number),
                ItemKind.QUESTION,
                new LocalizedText(new TreeMap<>(Map.of("en", text))),
                new LocalizedText(new TreeMap<>(Map.of("en", title))),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Landing stations                                                     | 1
                    LANDING STATIONS:                                                    | 1
                    Where should new landing stations be built? Who should pay for them? | 1
                    “Where should new landing stations be built?”                        | 1
                    Where should new repair …                                            | 2
                    What else would you like to tell us                                  | 3
                    """)
    void finds_the_item_whose_words_a_line_repeats(String line, String number) {
        assertThat(quotes.quoted(line).map(Entry::number)).contains(new ItemNumber(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Repair                              | a title of two items
                    Who should pay for them?            | a sentence of two items
                    Where should new                    | too short, and the beginning of two
                    Landing stations are expensive      | goes on with words of its own
                    What else                           | too short
                    ''                                  | nothing
                    !?                                  | no words
                    """)
    void finds_none_where_words_are_not_one_items(String line, String why) {
        assertThat(quotes.quoted(line)).as(why).isEqualTo(Optional.empty());
    }
}
