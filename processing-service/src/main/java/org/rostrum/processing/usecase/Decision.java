package org.rostrum.processing.usecase;

import java.util.List;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.flags.FlagKind;

/** What came of a staff member's wish to change a case. */
public sealed interface Decision {

    /** Done; the case as it is now. */
    record Taken(Case file) implements Decision {}

    /** Not done, and why. */
    sealed interface Refused extends Decision {}

    record NoSuchCase() implements Refused {}

    record NoSuchPassage() implements Refused {}

    /** The round has no such item. */
    record NoSuchItem(ItemNumber item) implements Refused {}

    /** A reason is needed, of 1 to {@link #LONGEST_REASON} characters. */
    record ReasonNeeded() implements Refused {
        public static final int LONGEST_REASON = 2000;

        static boolean isMissing(String reason) {
            return reason.isBlank() || reason.length() > LONGEST_REASON;
        }
    }

    /** The respondent allowed counting only. */
    record Confidential() implements Refused {}

    /** Somebody says that they did not send it; staff have to settle that first. */
    record Disputed() implements Refused {}

    /** No dispute is open. */
    record NotDisputed() implements Refused {}

    /** Something that a person must look at would go public, and nobody said that they looked at all of these. */
    record FlagsUnseen(List<FlagKind> kinds) implements Refused {
        public FlagsUnseen {
            kinds = List.copyOf(kinds);
        }
    }

    /** Another version is the current one. */
    record WrongVersion(int current) implements Refused {}

    /** Somebody else changed the case since the caller looked. */
    record Outdated(int currentRevision) implements Refused {}

    /** The case is at a stage that does not allow it. */
    record NotAtThisStage(CaseState state) implements Refused {}
}
