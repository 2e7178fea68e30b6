package org.rostrum.processing.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void hostile_50_sees_through_characters_that_turn_hide_or_pile_up() {
        assertThat(VisibleText.in("zoe@\u200Brights.exam\u2060ple")).isEqualTo("zoe@rights.example");
        assertThat(VisibleText.in("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(VisibleText.in("\u2066a\u2069b\u206Ac")).isEqualTo("abc");
        assertThat(VisibleText.in("we agree\uDB40\uDC69\uDB40\uDC67\uDB40\uDC6E"))
                .isEqualTo("we agree");
        assertThat(VisibleText.in("pay\u200Dpal, pay\u200Cpal, pa\u200Eypal")).isEqualTo("paypal, paypal, paypal");
        assertThat(VisibleText.in("h" + "\u0334\u0352".repeat(20) + "e")).isEqualTo("h\u0334\u0352\u0334\u0352e");
        assertThat(VisibleText.in("a\uFE01\uFE02\uFE03b")).isEqualTo("ab");
        assertThat(VisibleText.in("pay\uFE0Fpal, \u03B1\uFE00\u03B2, \u0436\uDB40\uDD00\u0438"))
                .isEqualTo("paypal, \u03B1\u03B2, \u0436\u0438");
    }

    @Test
    void leaves_what_languages_and_pictures_need() {
        for (String text : List.of(
                "می‌خواهم", // Persian: a non-joiner inside a word
                "क्‍ष", // Hindi: a joiner
                "👩‍💻 👩🏽‍🚒 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿", // pictures made of pictures, and the flag of Scotland
                "שָׁלוֹם עֲלֵיכֶם", // Hebrew with its points
                "ภาษา\u200Bไทย", // Thai: where a line may end
                "Tiếng Việt \u200Fالعربية\u200E end",
                "\u2139\uFE0F 1\uFE0F\u20E3 \u2122\uFE0F", // signs shown as pictures
                "\u8FBB\uDB40\uDD00 \u1000\uFE00", // an ideograph and a letter of Myanmar, each in another look
                "•\u200B A list")) {
            assertThat(VisibleText.in(text)).isSameAs(text);
        }
    }

    @Test
    void says_where_something_is_hidden_and_where_what_is_seen_stood() {
        var visible = VisibleText.of("We: z\u200Bo\u200Be@x.org\u202E now");

        assertThat(visible.text()).isEqualTo("We: zoe@x.org now");
        assertThat(visible.hidden()).containsExactly(new Span(5, 8), new Span(15, 16));
        assertThat(visible.original(new Span(4, 13))).isEqualTo(new Span(4, 15));
        assertThat(visible.original(new Span(0, 0))).isEqualTo(new Span(0, 0));
    }

    /** Whatever is hidden wherever. */
    @Test
    void keeps_every_other_character_in_its_place() {
        var hiding = List.of("\u202E", "\u2066", "\u2060", "\uFEFF", "\uDB40\uDC41");
        for (int seed = 0; seed < 300; seed++) {
            var chance = new Random(seed);
            String plain = chance.ints(chance.nextInt(40), 0, 5)
                    .mapToObj(i -> List.of("a", "é", "字", "😀", " ").get(i))
                    .collect(Collectors.joining());
            var dirty = new StringBuilder();
            plain.codePoints().forEach(c -> {
                dirty.appendCodePoint(c);
                if (chance.nextInt(3) == 0) {
                    dirty.append(hiding.get(chance.nextInt(hiding.size())));
                }
            });

            var visible = VisibleText.of(dirty.toString());

            assertThat(visible.text()).isEqualTo(plain);
            for (int i = 0; i < plain.length(); i++) {
                var span = visible.original(new Span(i, i + 1));
                assertThat(dirty.substring(span.start(), span.end())).isEqualTo(plain.substring(i, i + 1));
            }
            assertThat(visible.hidden()).allMatch(span -> span.length() > 0 && span.end() <= dirty.length());
        }
    }
}
