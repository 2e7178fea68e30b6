package org.rostrum.processing.domain.casework;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.contracts.SubmissionFlag;

/** What staff should notice about a case at a glance, and may look for. It decides nothing. */
public enum CaseMark {
    DISPUTED,
    AMENDED,
    LATE,
    IN_GRACE,
    TRAP_FILLED,
    TOO_FAST,
    FLOOD;

    /** The marks of a case, what matters most first. */
    public static List<CaseMark> of(Case file) {
        var marks = new ArrayList<CaseMark>();
        if (file.isDisputed()) {
            marks.add(DISPUTED);
        }
        if (file.version() > 1) {
            marks.add(AMENDED);
        }
        file.flags().stream().sorted().map(CaseMark::of).distinct().forEach(marks::add);
        return List.copyOf(marks);
    }

    private static CaseMark of(SubmissionFlag flag) {
        return switch (flag) {
            case LATE -> LATE;
            case IN_GRACE -> IN_GRACE;
            case TRAP_FILLED -> TRAP_FILLED;
            case TOO_FAST -> TOO_FAST;
            case FLOOD -> FLOOD;
        };
    }
}
