package org.rostrum.processing.domain.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.text.ExtractionFlag;
import org.rostrum.processing.domain.text.UnreadFile;

/**
 * What became of one attachment.
 *
 * @param ordinal its place in the submission, from 1
 * @param fileName as the respondent named it; for staff only
 * @param mediaType what it is, else what the respondent's software declared
 * @param quarantined why it could not be read, if it could not
 * @param warnings what was left out or doubtful, in sentences for staff
 * @param flags the same by kind, for programs; none of a file that an older version read
 * @param unread files in it that could not be read or have no text; none of a file that an older version read
 */
public record AttachmentOutcome(
        int ordinal,
        String fileName,
        String mediaType,
        ObjectRef object,
        @Nullable QuarantineReason quarantined,
        List<String> warnings,
        List<ExtractionFlag> flags,
        List<UnreadFile> unread) {
    public AttachmentOutcome {
        warnings = List.copyOf(warnings);
        flags = List.copyOf(flags);
        unread = List.copyOf(unread);
    }

    /** One of which nothing is known by kind. */
    public AttachmentOutcome(
            int ordinal,
            String fileName,
            String mediaType,
            ObjectRef object,
            @Nullable QuarantineReason quarantined,
            List<String> warnings) {
        this(ordinal, fileName, mediaType, object, quarantined, warnings, List.of(), List.of());
    }

    public boolean isQuarantined() {
        return quarantined != null;
    }

    /** What its sender is told of it: itself and each file in it, if they could not be read; of each place once. */
    Stream<QuarantinedAttachment> toTell() {
        var whole =
                Optional.ofNullable(quarantined)
                        .map(reason -> new QuarantinedAttachment(ordinal, reason.code()))
                        .stream();
        var inside = unread.stream()
                .filter(file -> file.reason() != quarantined)
                .map(file -> new QuarantinedAttachment(ordinal, file.reason().code(), file.number()));
        return Stream.concat(whole, inside).distinct();
    }

    @Override
    public String toString() {
        return "AttachmentOutcome[" + ordinal + ", " + quarantined + "]";
    }
}
