package org.rostrum.publishing.domain;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.SubmissionEvent.VersionAcknowledged;
import org.rostrum.contracts.SubmissionFlag;

/**
 * The last look at a public form before it goes public. It trusts nobody: not that processing masked, not that the form
 * belongs to the event, not that the respondent's wish was kept. Whatever it does not understand, it refuses.
 */
public final class LeakScan {
    /** Every part is bounded: linear in the text, whatever the text. */
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}(?:\\p{L}{2,63}|xn--[a-z0-9-]{2,59})");

    private static final String AT_SIGNS = "@\uFF20\uFE6B";
    /** {@code identified} is the answer of {@code Contributor.isIdentified()}, which JSON writers take for a member. */
    private static final Set<String> ANONYMOUS_MAY_SAY = Set.of("stakeholderGroup", "identified");

    private LeakScan() {}

    /** What the scan says. */
    public sealed interface Result {

        record Clean(PublicContribution content) implements Result {
            @Override
            public String toString() {
                return "Clean[" + content.reference() + "]";
            }
        }

        /** The form is not to be shown. */
        record Refused(RefusalReason reason) implements Result {}
    }

    /**
     * Looks at a form before it is shown.
     *
     * @param receipt the acknowledgement of the version that was cleared; its wish counts, not only the form's own
     */
    public static Result scan(Artefact artefact, VersionAcknowledged receipt) {
        if (artefact.texts().stream().anyMatch(LeakScan::holdsEmail) || saysTooMuch(artefact, receipt.publication())) {
            return new Result.Refused(RefusalReason.LEAK_FOUND);
        }
        var content = artefact.content().filter(LeakScan::isComplete);
        if (content.isEmpty() || artefact.texts().stream().anyMatch(LeakScan::isUnprintable)) {
            return new Result.Refused(RefusalReason.ARTEFACT_MALFORMED);
        }
        return belongsTo(content.get(), receipt)
                ? new Result.Clean(content.get())
                : new Result.Refused(RefusalReason.ARTEFACT_TAMPERED);
    }

    private static boolean saysTooMuch(Artefact artefact, Publication wish) {
        return wish != Publication.PUBLIC && !ANONYMOUS_MAY_SAY.containsAll(artefact.contributorFields());
    }

    private static boolean holdsEmail(String text) {
        return text.chars().anyMatch(c -> AT_SIGNS.indexOf(c) >= 0)
                && EMAIL.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .find();
    }

    private static boolean isUnprintable(String text) {
        return text.codePoints().anyMatch(LeakScan::isUnprintable);
    }

    /** Control characters but white space, lone surrogates, and what is no character at all. */
    private static boolean isUnprintable(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c & 0xFFFE) == 0xFFFE;
    }

    /** A reader of JSON leaves null where a member is absent, against the declared types. */
    private static boolean isComplete(PublicContribution content) {
        return PublicContribution.SCHEMA.equals(content.schema())
                && isThere(content.submission())
                && isThere(content.reference())
                && isThere(content.consultation())
                && isThere(content.round())
                && isThere(content.kind())
                && isThere(content.publication())
                && isThere(content.contributor())
                && isThere(content.receivedAt())
                && content.passages().stream().allMatch(LeakScan::isComplete);
    }

    private static boolean isComplete(PublicPassage passage) {
        return isThere(passage.text()) && isThere(passage.basis()) && isThere(passage.source());
    }

    private static boolean isThere(@Nullable Object member) {
        return member != null;
    }

    private static boolean belongsTo(PublicContribution content, VersionAcknowledged receipt) {
        return content.submission().equals(receipt.submission())
                && content.reference().equals(receipt.reference())
                && content.consultation().equals(receipt.consultation())
                && content.round().equals(receipt.round())
                && content.version() == receipt.version()
                && content.publication() == receipt.publication()
                && content.flags()
                        .equals(receipt.flags().stream()
                                .filter(SubmissionFlag::isPublic)
                                .sorted()
                                .toList());
    }
}
