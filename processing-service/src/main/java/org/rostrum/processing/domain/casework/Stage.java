package org.rostrum.processing.domain.casework;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Publication;

/** Where a case stands; a transition is a method on the stages that allow it. */
public sealed interface Stage {

    CaseState state();

    /** The stages in which staff may clear. */
    sealed interface Clearable extends Stage {
        default Cleared cleared(Clearance clearance) {
            return new Cleared(clearance, null);
        }
    }

    /** The stages in which staff may withhold. */
    sealed interface Withholdable extends Stage {
        default Withheld withheld(String reason, String withheldBy, Instant withheldAt) {
            return new Withheld(reason, withheldBy, withheldAt);
        }
    }

    /** The stages in which a clearance holds. */
    sealed interface Public extends Clearable, Withholdable {
        Clearance clearance();

        Public changed();

        default WithStaff recalled() {
            return new WithStaff();
        }

        default Published published(String path, Instant publishedAt) {
            return new Published(clearance(), path, publishedAt);
        }

        Cleared unpublished();

        default Cleared refused(String reason) {
            return new Cleared(clearance(), reason);
        }
    }

    /** Any stage may be overtaken by a fault that repeats. */
    default Parked parked(String reason, Instant parkedAt) {
        return new Parked(reason, parkedAt);
    }

    /** The clearance that holds, if one does. */
    default Optional<Clearance> standing() {
        return this instanceof Public held ? Optional.of(held.clearance()) : Optional.empty();
    }

    /** Received; its files are being read. */
    record InProcess() implements Stage {
        public Stage processed(Publication publication) {
            return publication == Publication.CONFIDENTIAL ? new Confidential() : new WithStaff();
        }

        public Quarantined quarantined() {
            return new Quarantined();
        }

        @Override
        public CaseState state() {
            return CaseState.IN_PROCESS;
        }
    }

    /** Split and filed; staff decide. */
    record WithStaff() implements Clearable, Withholdable {
        @Override
        public CaseState state() {
            return CaseState.WITH_STAFF;
        }
    }

    /**
     * Staff cleared it; publishing has not confirmed yet, or refused.
     *
     * @param refusal why publishing refused the public form, if it did
     */
    record Cleared(Clearance clearance, @Nullable String refusal) implements Public {
        @Override
        public Cleared changed() {
            return new Cleared(clearance.changed(), refusal);
        }

        /** What was taken down is an earlier form. */
        @Override
        public Cleared unpublished() {
            return this;
        }

        @Override
        public CaseState state() {
            return CaseState.CLEARED;
        }
    }

    /**
     * On the public site.
     *
     * @param path of its page there
     */
    record Published(Clearance clearance, String path, Instant publishedAt) implements Public {
        @Override
        public Published changed() {
            return new Published(clearance.changed(), path, publishedAt);
        }

        @Override
        public Cleared unpublished() {
            return new Cleared(clearance, null);
        }

        @Override
        public CaseState state() {
            return CaseState.PUBLISHED;
        }
    }

    /** Does not go public, for a reason that the respondent can read; staff may think better of it. */
    record Withheld(String reason, String withheldBy, Instant withheldAt) implements Clearable {
        @Override
        public CaseState state() {
            return CaseState.WITHHELD;
        }
    }

    /** The respondent allowed counting only. */
    record Confidential() implements Stage {
        @Override
        public CaseState state() {
            return CaseState.CONFIDENTIAL;
        }
    }

    /** Nothing of it could be read. */
    record Quarantined() implements Withholdable {
        @Override
        public CaseState state() {
            return CaseState.QUARANTINED;
        }
    }

    /** The respondent took it back: nothing can be decided any more. */
    record Withdrawn(Instant withdrawnAt) implements Stage {
        @Override
        public CaseState state() {
            return CaseState.WITHDRAWN;
        }
    }

    /**
     * Erased for good: only that is left.
     *
     * @param ground why, as a code in kebab-case
     */
    record Erased(Instant erasedAt, String ground) implements Stage {
        @Override
        public CaseState state() {
            return CaseState.ERASED;
        }
    }

    /**
     * Processing kept failing; it waits for staff.
     *
     * @param reason a code in kebab-case, without personal data
     */
    record Parked(String reason, Instant parkedAt) implements Stage {
        public InProcess released() {
            return new InProcess();
        }

        @Override
        public CaseState state() {
            return CaseState.PARKED;
        }
    }
}
