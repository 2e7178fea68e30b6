package org.rostrum.publishing.adapter.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.publishing.domain.Attribution;
import org.rostrum.publishing.domain.PublishedContribution;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.compilation.PrintableText;

/** What both feeds say about one contribution. */
record FeedEntry(ConsultationDefinition definition, PublishedContribution contribution, String baseUrl) {

    private PublicContribution content() {
        return contribution.content();
    }

    /** The same for every version, wherever the site is (RFC 4287, 4.2.6). */
    String id() {
        return id(content().submission());
    }

    static String id(SubmissionId submission) {
        var name = "rostrum-contribution/" + submission;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    String url() {
        return baseUrl
                + SitePath.contribution(content().consultation(), content().reference());
    }

    String author() {
        return Attribution.who(content());
    }

    /** The reference first: after a name written from right to left, its characters would be torn apart. */
    String title() {
        var group = Attribution.groupAndCountry(content());
        return content().reference() + ", " + author() + (group.isEmpty() ? "" : " (" + group + ")")
                + (contribution.isLate() ? ", late" : "");
    }

    List<String> items() {
        return contribution.items().stream().map(ItemNumber::value).toList();
    }

    /** What the public may know of how it arrived. */
    List<String> flags() {
        return content().flags().stream().map(KebabCase::of).toList();
    }

    String language() {
        var language = content().language();
        return language == null ? "" : language;
    }

    /** Passages under their questions, as HTML that shows every text as text. */
    String html() {
        var html = new StringBuilder();
        for (var section : sections()) {
            html.append("<h3>").append(Xml.escape(section.heading())).append("</h3>\n");
            section.passages()
                    .forEach(passage -> html.append("<blockquote dir=\"auto\">")
                            .append(paragraphs(passage))
                            .append("</blockquote>\n"));
        }
        return html.toString();
    }

    String text() {
        return sections().stream()
                .map(section -> section.heading() + "\n\n"
                        + section.passages().stream()
                                .map(passage -> PrintableText.of(passage.text()))
                                .collect(Collectors.joining("\n\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String paragraphs(PublicPassage passage) {
        return PrintableText.paragraphs(passage.text()).stream()
                .map(paragraph -> "<p>" + Xml.escape(paragraph) + "</p>")
                .collect(Collectors.joining());
    }

    /** The passages on one item. */
    private record Section(String heading, List<PublicPassage> passages) {}

    private List<Section> sections() {
        var sections = new ArrayList<Section>();
        contribution.items().stream()
                .map(item -> new Section(heading(item), contribution.passagesOn(item)))
                .forEach(sections::add);
        if (!contribution.unfiledPassages().isEmpty()) {
            sections.add(new Section("Answers no question", contribution.unfiledPassages()));
        }
        return sections;
    }

    private String heading(ItemNumber number) {
        return number
                + item(number)
                        .map(item -> " " + PrintableText.line(item.text().in("en")))
                        .orElse("");
    }

    private Optional<Item> item(ItemNumber number) {
        return definition.round(content().round()).flatMap(round -> round.item(number));
    }
}
