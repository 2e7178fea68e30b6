package org.rostrum.processing.domain.filing.content;

import java.util.List;

/**
 * Reads the passages of a document in the light of each other: who has answered a question rarely answers it again
 * ({@link Recurrence}), and many follow the questions' order ({@link DocumentOrder}). Both are learned from the round.
 */
public final class DocumentReader {
    private final Recurrence recurrence;
    private final DocumentOrder order;

    private DocumentReader(Recurrence recurrence, DocumentOrder order) {
        this.recurrence = recurrence;
        this.order = order;
    }

    /**
     * Learns from documents that are read in their order.
     *
     * @param documents of each, the shares of each question in each passage as if it stood alone
     */
    public static DocumentReader learned(int questions, List<double[][]> documents) {
        if (questions < 2) {
            return new DocumentReader(Recurrence.none(), new DocumentOrder(questions));
        }
        var recurrence = Recurrence.learned(documents);
        return new DocumentReader(
                recurrence,
                DocumentOrder.learned(
                        questions,
                        documents.stream()
                                .map(document -> recurrence.read(document).fromAfar())
                                .toList()));
    }

    /** The shares of each question in each passage of a document, in the light of its other passages and their order. */
    public double[][] read(double[][] shares) {
        var lit = recurrence.read(shares);
        return order.read(lit.fromAfar(), lit.all());
    }
}
