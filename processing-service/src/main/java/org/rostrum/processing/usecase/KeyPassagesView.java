package org.rostrum.processing.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.flags.Found;
import org.rostrum.processing.domain.keypassages.KeyPassages.Chosen;
import org.rostrum.processing.domain.keypassages.KeyTerms.Term;
import org.rostrum.processing.domain.keypassages.Representation;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.ItemPassages.Tally;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;

/**
 * What stands for all that was said under an item, for staff.
 *
 * @param tally how much there is, of all
 * @param read how many of the passages were read, with the copies that they stand for
 * @param meaning whether passages were compared by meaning too
 * @param quotes the key passages, those that most respondents are near to first
 * @param nearNone how many of those that were read are near none of them
 * @param terms the surest first
 * @param positions passages that say much the same; none where there are few
 * @param checks one for each trait of which something is known
 * @param dropped what people do not want here
 * @param outdated what people decided about words that are not shown, and can take back
 * @param references of everything that is named here
 */
public record KeyPassagesView(
        RoundTexts.Of of,
        ConsultationDefinition definition,
        Round round,
        Item item,
        Tally tally,
        int read,
        Meaning meaning,
        List<Quote> quotes,
        int nearNone,
        List<Term> terms,
        List<Position> positions,
        List<Representation> checks,
        List<Dropped> dropped,
        List<Outdated> outdated,
        Map<SubmissionId, Reference> references) {
    public KeyPassagesView {
        quotes = List.copyOf(quotes);
        terms = List.copyOf(terms);
        positions = List.copyOf(positions);
        checks = List.copyOf(checks);
        dropped = List.copyOf(dropped);
        references = Map.copyOf(references);
    }

    /** What an encoder had to say. */
    public enum Meaning {
        /** Passages were compared by meaning and words. */
        READ,
        /** It is reading them; by words until then. */
        BEING_READ,
        /** There is none that reads these passages. */
        NONE
    }

    /**
     * One key passage.
     *
     * @param span of the quote in the text of its source
     * @param from organisation, else name; absent unless the submission is public under its name
     * @param flags what a person must look at, by place in the quote
     * @param cleared whether exactly this version was cleared and nothing changed since: only then it is public
     * @param pinned who pinned it, if somebody did
     * @param position in {@link KeyPassagesView#positions}; -1 if none
     */
    public record Quote(
            Chosen chosen,
            Case file,
            FiledPassage passage,
            Source source,
            Span span,
            @Nullable String from,
            List<Found> flags,
            boolean cleared,
            @Nullable Choice pinned,
            int position) {
        public Quote {
            flags = List.copyOf(flags);
        }

        /** Where its first word stands in the file; 0 if that has no pages. */
        public int page() {
            return passage.placeIn(source, span.start()).page();
        }

        public Optional<Choice> pin() {
            return Optional.ofNullable(pinned);
        }

        /** Leaves text and respondent out of logs. */
        @Override
        public String toString() {
            return "Quote[" + file.reference() + " " + passage.ordinal() + "]";
        }
    }

    /** Passages that say much the same, named by what they say more than the others. */
    public record Position(String name, int respondents) {}

    /** A passage that somebody does not want among the key passages; {@code words} are its beginning. */
    public record Dropped(Reference reference, PassageId passage, String words, Choice choice) {
        public StaffMember by() {
            return choice.by();
        }

        @Override
        public String toString() {
            return "Dropped[" + reference + "]";
        }
    }

    /**
     * A choice about words that are not shown: withdrawn, amended, filed elsewhere, not to be quoted, or the same as another's.
     */
    public record Outdated(Reference reference, Choice choice) {}

    /** Leaves everything personal out of logs. */
    @Override
    public String toString() {
        return "KeyPassagesView[" + of + " " + item.number() + "]";
    }
}
