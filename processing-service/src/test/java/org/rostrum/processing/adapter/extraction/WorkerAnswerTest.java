package org.rostrum.processing.adapter.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.adapter.extraction.WorkerAnswer.FoundPart;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.domain.text.UnreadFile;

class WorkerAnswerTest {

    @Test
    void tells_which_files_in_an_archive_could_not_be_read_and_why() {
        var whole = new FoundPart("", "application/zip", "lines", 0, "");
        var sheet = new FoundPart("a.xlsx / Sheet", "", "rows", 1, "");
        var locked = new FoundPart("b.pdf", "application/pdf", "lines", 2, "encrypted");
        var picture = new FoundPart("b.zip / a.png", "image/png", "lines", 2, "no-text");
        var blank = new FoundPart("b.zip / b.txt", "", "lines", 2, "empty");
        var program = new FoundPart("c.exe", "", "lines", 3, "unsupported");

        assertThat(answer(List.of(whole, sheet, locked, picture, blank, program))
                        .toExtraction())
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.unread())
                                .containsExactly(
                                        new UnreadFile(2, "b.pdf", QuarantineReason.ENCRYPTED),
                                        new UnreadFile(2, "b.zip / a.png", QuarantineReason.NO_TEXT),
                                        new UnreadFile(2, "b.zip / b.txt", QuarantineReason.EMPTY_FILE),
                                        new UnreadFile(3, "c.exe", QuarantineReason.UNSUPPORTED_FORMAT)));
    }

    private static WorkerAnswer answer(List<FoundPart> parts) {
        return new WorkerAnswer("1", "ok", "application/zip", "", List.of(), parts, List.of(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreadable", "encrypted", "too-large"})
    void keeps_the_names_of_exceptions_from_staff(String status) {
        var answer =
                new WorkerAnswer("1", status, "application/pdf", "IOException", List.of(), List.of(), List.of(), false);

        assertThat(answer.toExtraction())
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.detail()).isEmpty());
    }
}
