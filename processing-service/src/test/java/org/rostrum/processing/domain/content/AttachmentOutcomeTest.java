package org.rostrum.processing.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.ProcessingEvent.QuarantinedAttachment;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.text.UnreadFile;

class AttachmentOutcomeTest {

    @Test
    void tells_each_thing_once_and_of_the_whole_what_holds_of_all_of_it() {
        var archive = new AttachmentOutcome(
                1,
                "answers.zip",
                "application/zip",
                new ObjectRef("intake", "a", "0".repeat(64), 1),
                QuarantineReason.NO_TEXT,
                List.of(),
                List.of(),
                List.of(
                        new UnreadFile(1, "a.png", QuarantineReason.NO_TEXT),
                        new UnreadFile(2, "b.zip / a.pdf", QuarantineReason.ENCRYPTED),
                        new UnreadFile(2, "b.zip / b.pdf", QuarantineReason.ENCRYPTED)));

        assertThat(archive.toTell())
                .containsExactly(new QuarantinedAttachment(1, "no-text"), new QuarantinedAttachment(1, "encrypted", 2));
    }
}
