package org.rostrum.processing.adapter.postgres;

import java.util.Locale;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.SubmissionFlag;
import org.rostrum.contracts.SubmissionKind;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.casework.Happening;

/** Enum constants as kebab-case words, as everywhere outside Java. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return KebabCase.of(constant);
    }

    static CaseState state(String word) {
        return CaseState.valueOf(name(word));
    }

    static Happening happening(String word) {
        return Happening.valueOf(name(word));
    }

    static SubmissionKind kind(String word) {
        return SubmissionKind.valueOf(name(word));
    }

    static SubmissionFlag flag(String word) {
        return SubmissionFlag.valueOf(name(word));
    }

    static Publication publication(String word) {
        return Publication.valueOf(name(word));
    }

    static FilingBasis basis(String word) {
        return FilingBasis.valueOf(name(word));
    }

    private static String name(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
