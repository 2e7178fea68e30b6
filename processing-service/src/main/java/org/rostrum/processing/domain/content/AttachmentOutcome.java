package org.rostrum.processing.domain.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.text.ExtractionFlag;

/**
 * What became of one attachment.
 *
 * @param ordinal its place in the submission, from 1
 * @param fileName as the respondent named it; for staff only
 * @param mediaType what it is, else what the respondent's software declared
 * @param quarantined why it could not be read, if it could not
 * @param warnings what was left out or doubtful, in sentences for staff
 * @param flags the same by kind, for programs; none of a file that an older version read
 */
public record AttachmentOutcome(
        int ordinal,
        String fileName,
        String mediaType,
        ObjectRef object,
        @Nullable QuarantineReason quarantined,
        List<String> warnings,
        List<ExtractionFlag> flags) {
    public AttachmentOutcome {
        warnings = List.copyOf(warnings);
        flags = List.copyOf(flags);
    }

    /** One of which nothing is known by kind. */
    public AttachmentOutcome(
            int ordinal,
            String fileName,
            String mediaType,
            ObjectRef object,
            @Nullable QuarantineReason quarantined,
            List<String> warnings) {
        this(ordinal, fileName, mediaType, object, quarantined, warnings, List.of());
    }

    public boolean isQuarantined() {
        return quarantined != null;
    }

    @Override
    public String toString() {
        return "AttachmentOutcome[" + ordinal + ", " + quarantined + "]";
    }
}
