package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlReaderTest {

    @ParameterizedTest
    @CsvSource({"div, 256", "div, 300", "div, 450", "div, 3000", "b, 300", "font, 3000", "blockquote, 600"})
    void reads_a_page_that_opens_more_elements_than_its_parser_keeps_in_view(String element, int open)
            throws IOException {
        String opened = "<html><body>\n" + "<%s>".formatted(element).repeat(open);
        String page = opened + "<p>Café, deep down.</p>\n<p>And more.</p></body>\n</html>";

        assertThat(read(page, UTF_8).texts()).containsExactly("Café, deep down.", "And more.");
        assertThat(read("<meta charset=iso-8859-1>" + page, ISO_8859_1).texts())
                .containsExactly("Café, deep down.", "And more.");
        assertThat(read(page, UTF_8).placeOf("And more.")).isEqualTo(" 0 3");
    }

    private static Reading read(String page, Charset charset) throws IOException {
        return Reading.of(page.getBytes(charset), "page.html");
    }
}
