package org.rostrum.publishing.domain.compilation;

import java.util.List;
import java.util.stream.Collectors;
import org.rostrum.contracts.Reference;

/** The document would not hold every passage that was cleared, or hold it changed; it must not be issued. */
public final class IncompleteCompilation extends IllegalStateException {
    IncompleteCompilation(List<Missing> missing) {
        super(missing.size() + " passages would be missing from the consolidated document, the first of them: "
                + missing.stream().limit(3).map(Missing::toString).collect(Collectors.joining(", ")));
    }

    /** One passage that is nowhere in the document; never its words, for messages end in logs. */
    record Missing(Reference reference, int ordinal) {
        @Override
        public String toString() {
            return reference + " passage " + ordinal;
        }
    }
}
