package org.rostrum.intake.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.hostile.HostileFile;
import org.rostrum.hostile.HostileFile.Refused;
import org.rostrum.hostile.HostileFiles;

class DisguiseTest {

    @Test
    void hostile_28_macros_under_the_name_of_a_document_are_seen() {
        assertThat(new HostileFiles(0).of(28)).isNotEmpty().allMatch(DisguiseTest::isSeen);
    }

    @Test
    void hostile_38_files_that_are_two_things_are_seen() {
        assertThat(new HostileFiles(0).of(38)).isNotEmpty().allMatch(DisguiseTest::isSeen);
    }

    @Test
    void hostile_39_html_svg_and_rtf_under_another_name_are_seen() {
        assertThat(new HostileFiles(0).of(39)).isNotEmpty().allMatch(DisguiseTest::isSeen);
    }

    @Test
    void what_is_merely_broken_or_dangerous_is_no_disguise() {
        assertThat(new HostileFiles(0).all().filter(file -> !(file.expected() instanceof Refused)))
                .isNotEmpty()
                .noneMatch(DisguiseTest::isSeen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        answer.txt  | I would write <html> differently.
        answer.md   | <html lang="en">
        answer.html | <!DOCTYPE html><p>We agree.
        answer.rtf  | {\\rtf1 We agree.}
        attachment  | {\\rtf1 We agree.}
        answer.pdf  | %PDF-1.7 and so on
        answer.txt  | %PDF- is how those begin
        picture.svg | <svg xmlns="http://www.w3.org/2000/svg"/>
        """)
    void an_honest_name_is_believed(String name, String content) {
        assertThat(Disguise.isOne(name, content.getBytes(UTF_8), content.getBytes(UTF_8)))
                .isFalse();
    }

    private static boolean isSeen(HostileFile file) {
        byte[] content = file.content();
        return Disguise.isOne(
                file.name(),
                Arrays.copyOf(content, Math.min(content.length, Disguise.HEAD)),
                Arrays.copyOfRange(content, Math.max(0, content.length - Disguise.TAIL), content.length));
    }
}
