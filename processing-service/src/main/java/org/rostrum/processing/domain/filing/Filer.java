package org.rostrum.processing.domain.filing;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.text.Heading;
import org.rostrum.processing.domain.text.Outline;
import org.rostrum.processing.domain.text.Passage;

/**
 * Files passages under the items of one round: by the box they were written in, else by headings and numbering, else by
 * their content and order.
 *
 * <p>The same passages, instrument and model always give the same filings. May be shared between threads.
 */
public final class Filer {

    private final Instrument instrument;
    private final HeadingReader headings;

    public Filer(Instrument instrument) {
        this.instrument = instrument;
        this.headings = new HeadingReader(instrument);
    }

    /** The structure that this round's item numbers and texts give to an unmarked text. */
    public Outline outline() {
        return new Outline() {
            @Override
            public OptionalInt headingLevel(String blockText) {
                return headings.unmarked(blockText)
                        .map(reading -> OptionalInt.of(headings.depth(reading.item())))
                        .orElse(OptionalInt.empty());
            }

            @Override
            public boolean opensAnswer(String blockText) {
                return headings.inline(blockText).isPresent();
            }

            @Override
            public Optional<String> itemNamed(String cell) {
                return headings.inCell(cell).map(item -> item.number().value());
            }

            @Override
            public Optional<String> itemNumbered(String cell) {
                return headings.numberInCell(cell).map(item -> item.number().value());
            }

            @Override
            public boolean isWordForQuestion(String label) {
                return headings.isWordForQuestion(label);
            }
        };
    }

    /** One filing for each passage of an answer written in this item's box. */
    public List<Filing> fileBox(ItemNumber item, List<Passage> passages) {
        if (!instrument.has(item)) {
            throw new IllegalArgumentException("There is no item " + item + " in this round");
        }
        return passages.stream().map(passage -> Filing.inBox(item)).toList();
    }

    /**
     * One filing for each passage of a document or free text, in the same order.
     *
     * @param features of each passage
     */
    public List<Filing> fileDocument(List<Passage> passages, List<Features> features, RoundModel round) {
        return fileDocument(headed(passages), features, round);
    }

    /** What authors' headings and numbering say of the passages of a document, in order. */
    public static final class Headed {
        private final List<Optional<HeadingReader.Reading>> readings;

        private Headed(List<Optional<HeadingReader.Reading>> readings) {
            this.readings = readings;
        }

        /** Of so many passages without any. */
        public static Headed none(int passages) {
            return new Headed(Collections.nCopies(passages, Optional.empty()));
        }

        /** The item that the author names for this passage, if any. */
        public Optional<ItemNumber> itemOf(int passage) {
            return readings.get(passage).map(reading -> reading.item().number());
        }

        /** Of these passages alone. */
        public Headed of(List<Integer> passages) {
            return new Headed(passages.stream().map(readings::get).toList());
        }
    }

    /** Reads the headings and numbering of a document. */
    public Headed headed(List<Passage> passages) {
        Trail trail = new Trail(numbersAsTheOrganiserDoes(passages));
        return new Headed(passages.stream()
                .map(passage -> trail.governing(passage)
                        .filter(reading -> reading.item().takesContributions()))
                .toList());
    }

    /** The same as {@link #fileDocument(List, List, RoundModel)} of passages whose headings were read before. */
    public List<Filing> fileDocument(Headed headed, List<Features> features, RoundModel round) {
        if (headed.readings.size() != features.size()) {
            throw new IllegalArgumentException(
                    headed.readings.size() + " passages with " + features.size() + " features");
        }
        return new ContentFiling(instrument, round.withAll(features)).file(features, headed.readings);
    }

    /** Where the passages of a document are filed now that the round has taught more; what is certain stays. */
    public List<Filing> fileAgain(List<Features> features, List<Filing> now, RoundModel round) {
        if (now.size() != features.size()) {
            throw new IllegalArgumentException(now.size() + " filings with " + features.size() + " features");
        }
        return new ContentFiling(instrument, round.withAll(features)).fileAgain(features, now);
    }

    /** An author who once wrote an item's number before that item's words means the items by the other numbers too. */
    private boolean numbersAsTheOrganiserDoes(List<Passage> passages) {
        Set<Heading> seen = new HashSet<>();
        passages.forEach(passage -> seen.addAll(passage.headings()));
        return seen.stream()
                .anyMatch(heading -> headings.marked(heading.text())
                        .filter(HeadingReader.Reading::certain)
                        .isPresent());
    }

    /** Walks through a document and remembers the last numbering that opened a paragraph in the present section. */
    private final class Trail {
        private final boolean trustsBareNumbers;
        private List<Heading> section = List.of();
        private Optional<HeadingReader.Reading> label = Optional.empty();

        Trail(boolean trustsBareNumbers) {
            this.trustsBareNumbers = trustsBareNumbers;
        }

        Optional<HeadingReader.Reading> governing(Passage passage) {
            if (!passage.headings().equals(section)) {
                section = passage.headings();
                label = Optional.empty();
            }
            label = headings.inline(passage.text()).or(() -> label);
            return label.or(() -> bySection(passage.headings()));
        }

        private Optional<HeadingReader.Reading> bySection(List<Heading> path) {
            for (Heading heading : path.reversed()) {
                Optional<HeadingReader.Reading> reading =
                        headings.marked(heading.text()).filter(read -> read.certain() || trustsBareNumbers);
                if (reading.isPresent()) {
                    return reading;
                }
            }
            return Optional.empty();
        }
    }
}
