package org.rostrum.publishing.adapter.compilationhtml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Json;
import org.rostrum.publishing.domain.compilation.Compilation;
import org.rostrum.publishing.domain.compilation.Formats;
import org.rostrum.publishing.domain.compilation.SampleRound;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class HtmlCompilationsTest {
    private final HtmlCompilations renderer = new HtmlCompilations();
    private final Compilation compilation = SampleRound.compilation();
    private final Document page = parsed(renderer.render(compilation));

    @Test
    void marks_its_regions_and_its_language() {
        for (var landmark : List.of("header", "main", "footer", "h1")) {
            assertThat(elements(landmark)).as(landmark).hasSize(1);
        }
        assertThat(elements("html").getFirst().getAttribute("lang")).isEqualTo("en");
        assertThat(elements("nav").getFirst().getAttribute("aria-labelledby")).isEqualTo("contents");
    }

    @Test
    void runs_no_script_and_has_no_inline_style() {
        assertThat(elements("script")).isEmpty();
        assertThat(elements("style")).isEmpty();
        assertThat(elements("*"))
                .allSatisfy(element -> assertThat(IntStream.range(
                                        0, element.getAttributes().getLength())
                                .mapToObj(i -> element.getAttributes().item(i).getNodeName()))
                        .noneMatch(name -> name.equals("style") || name.startsWith("on")));
    }

    @Test
    void quotes_every_passage_in_an_article_of_its_own_language_and_direction() {
        var quotes = elements("blockquote");

        assertThat(quotes).hasSize(compilation.statistics().placements() + 2);
        assertThat(quotes)
                .allSatisfy(quote -> assertThat(quote.getAttribute("dir")).isEqualTo("auto"));
        assertThat(quotes)
                .filteredOn(quote -> quote.getAttribute("lang").equals("ar"))
                .extracting(Element::getTextContent)
                .contains(SampleRound.ARABIC);
    }

    @Test
    void shows_hostile_words_as_words() {
        assertThat(elements("blockquote"))
                .extracting(Element::getTextContent)
                .contains(SampleRound.HOSTILE.get(0), SampleRound.HOSTILE.get(1), SampleRound.HOSTILE.get(2))
                .contains("This looks [U+202E]gnorw\u202C to a careless reader.");
        assertThat(elements("b")).isEmpty();
    }

    @Test
    void leads_every_link_of_its_contents_to_one_place() {
        var ids = elements("*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        var targets = elements("a").stream()
                .map(link -> link.getAttribute("href"))
                .filter(href -> href.startsWith("#"))
                .map(href -> href.substring(1))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(targets).isSubsetOf(ids).contains("item-2.a", "no-question", "main");
    }

    @Test
    void links_only_to_its_own_site() {
        assertThat(elements("a"))
                .extracting(link -> link.getAttribute("href"))
                .allMatch(href -> href.startsWith("#") || href.startsWith("/") || href.startsWith("compilation."));
    }

    @Test
    void goes_down_one_heading_level_at_a_time() {
        var levels = elements("*").stream()
                .map(Element::getTagName)
                .filter(name -> name.matches("h[1-6]"))
                .map(name -> name.charAt(1) - '0')
                .toList();

        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @Test
    void is_the_same_to_the_byte_whatever_the_locale_and_the_zone() {
        Formats.assertSameBytesEverywhere(renderer);
        Formats.assertSameBytesEverywhere(new JsonCompilations());
    }

    @Test
    void says_that_a_round_is_empty() {
        assertThat(new String(renderer.render(SampleRound.emptyCompilation()), StandardCharsets.UTF_8))
                .contains("No contribution had been published in this round by 7 October 2024");
    }

    @Test
    void gives_programs_the_same_content_as_canonical_json() throws IOException {
        var bytes = new JsonCompilations().render(compilation);
        var read = Json.mapper().readValue(bytes, Compilation.class);

        assertThat(read).isEqualTo(compilation);
        assertThat(Json.writeCanonical(read)).isEqualTo(bytes);
    }

    @Test
    void tells_programs_of_an_anonymous_contribution_the_group_and_nothing_else() throws IOException {
        var json = Json.mapper().readTree(new JsonCompilations().render(compilation));
        var anonymous = json.get("contributors").get(6);

        assertThat(anonymous.get("reference").asText())
                .isEqualTo(SampleRound.reference(7).value());
        assertThat(anonymous.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "anonymous",
                        "language",
                        "passages",
                        "received",
                        "receivedAt",
                        "reference",
                        "stakeholderGroup",
                        "version");
        assertThat(json.toString()).doesNotContain("submission\"");
    }

    private List<Element> elements(String name) {
        var found = page.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parsed(byte[] html) {
        var xml = new String(html, StandardCharsets.UTF_8).replace("<!DOCTYPE html>", "");
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("the page is not well-formed", e);
        }
    }
}
