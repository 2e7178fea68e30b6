package org.rostrum.intake.usecase;

import org.rostrum.contracts.Reference;

/** Names one thing in the store that has a record in the log. */
public sealed interface RecordKey
        permits Manifests.ManifestKey, RecordKey.OfWithdrawal, RecordKey.OfDispute, RecordKey.OfErasure {
    Reference reference();

    /** The withdrawal of a submission. */
    record OfWithdrawal(Reference reference) implements RecordKey {}

    /** The dispute about a submission's authorship. */
    record OfDispute(Reference reference) implements RecordKey {}

    /** The erasure of a submission. */
    record OfErasure(Reference reference) implements RecordKey {}
}
