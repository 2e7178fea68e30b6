package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.intake.domain.Author;
import org.rostrum.intake.domain.SubmissionErasure;
import org.rostrum.intake.usecase.EraseSubmission;
import org.rostrum.intake.usecase.EraseSubmission.Erased;
import org.rostrum.intake.usecase.EraseSubmission.Found;
import org.rostrum.intake.usecase.EraseSubmission.Unknown;
import org.rostrum.intake.usecase.Erasures;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.problem.Problem;

/** Erasures from the API and from managers' pages alike; what is refused becomes a problem. */
@ApplicationScoped
class Erasing {
    private final EraseSubmission erase;
    private final Erasures erasures;

    Erasing(EraseSubmission erase, Erasures erasures) {
        this.erase = erase;
        this.erasures = erasures;
    }

    /** One erasure; {@code isComplete} once nothing is left to be removed. */
    record Listed(SubmissionErasure erasure, boolean isComplete) {}

    /** Throws a problem: 404 for a reference that nothing has, 503 if the store did not answer. */
    Found require(String reference) {
        return reach(() -> erase.find(reference)).orElseThrow(Erasing::unknown);
    }

    /** As {@link #require}. */
    Erased erase(String reference, ErasureGround ground, @Nullable String fileNumber, Author by) {
        return switch (reach(() -> erase.erase(reference, ground, fileNumber, by))) {
            case Erased erased -> erased;
            case Unknown unknown -> throw unknown();
        };
    }

    /** The latest first; throws a problem (503) if the store did not answer. */
    List<Listed> all() {
        return reach(() -> erasures.all().stream()
                .flatMap(noted -> erasures.find(noted.reference()).stream()
                        .map(erasure -> new Listed(erasure, noted.isComplete())))
                .sorted(Comparator.comparing((Listed listed) -> listed.erasure().erasedAt())
                        .reversed())
                .toList());
    }

    boolean isComplete(SubmissionErasure erasure) {
        return reach(() -> erasures.all().stream()
                .anyMatch(noted -> noted.isComplete() && noted.reference().equals(erasure.reference())));
    }

    private static RuntimeException unknown() {
        return Problem.of(404, "unknown-reference", "No submission has this reference")
                .kept("Nothing was erased.")
                .next("Copy the reference from the request, from the receipt or from the dashboard.")
                .asException();
    }

    private static <T> T reach(Supplier<T> work) {
        try {
            return work.get();
        } catch (TryAgainLater | ObjectStoreUnavailable e) {
            throw DefinitionAnswers.tryAgain();
        }
    }
}
