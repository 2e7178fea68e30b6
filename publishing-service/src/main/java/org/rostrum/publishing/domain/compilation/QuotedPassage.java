package org.rostrum.publishing.domain.compilation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionFlag;

/**
 * One passage, quoted in full under one item.
 *
 * @param ordinal its place in its contribution, from 1
 * @param received date of receipt as printed
 * @param source who the contribution is from
 * @param place where the passage stood in the contribution
 * @param basis why it is filed here
 * @param filing the same, as printed
 * @param alsoUnder the other items under which it is printed too
 * @param language BCP 47 tag, if recognised
 * @param direction in which its first paragraph is read
 * @param text the whole passage, inert, line ends as {@code \n}
 * @param flags late or in grace, if its contribution was
 */
public record QuotedPassage(
        Reference reference,
        int ordinal,
        Instant receivedAt,
        String received,
        String source,
        String place,
        FilingBasis basis,
        String filing,
        List<ItemNumber> alsoUnder,
        @Nullable String language,
        Direction direction,
        String text,
        List<SubmissionFlag> flags) {

    public QuotedPassage {
        flags = Absent.list(flags);
        alsoUnder = Absent.list(alsoUnder);
    }

    /** Whether only the machine says that it belongs here. */
    public boolean suggested() {
        return switch (basis) {
            case HEADING, ORDER, CONTENT -> true;
            case BOX, STAFF -> false;
        };
    }

    /** Where it stood, how it was filed, and where else it is printed. */
    public String note() {
        var note = place + ". " + filing + "." + Wording.arrivalNote(flags);
        if (alsoUnder.isEmpty()) {
            return note;
        }
        return note + " Also under "
                + String.join(", ", alsoUnder.stream().map(ItemNumber::value).toList()) + ".";
    }

    public List<String> paragraphs() {
        return PrintableText.paragraphs(text);
    }
}
