package org.rostrum.publishing.adapter.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.publishing.Chronicle.CONSULTATION;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ClearanceEvent.SubmissionCleared;
import org.rostrum.contracts.Json;
import org.rostrum.publishing.Chronicle;
import org.rostrum.publishing.domain.ConsultationRecord;
import org.rostrum.publishing.domain.PublicRecord;
import org.w3c.dom.Document;

class SiteFeedsTest {
    private static final String HOSTILE = "]]> <script>alert(1)</script> & \" ' \u0007 \ud83d \u202e \ufffe مرحبا 你好";

    private final SiteFeeds feeds = new SiteFeeds("https://public.example");

    @Test
    void atom_stays_well_formed_whatever_people_write() throws Exception {
        var xml = parse(feeds.atom(record(HOSTILE)));

        assertThat(xml.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(xml.getElementsByTagName("entry").getLength()).isOne();
        assertThat(xml.getElementsByTagName("script").getLength()).isZero();
        var content = xml.getElementsByTagName("content").item(0).getTextContent();
        assertThat(content).contains("&lt;script&gt;", "مرحبا 你好").doesNotContain("<script>", "\u0007");
    }

    @Test
    void ids_and_dates_come_from_the_events() throws Exception {
        var xml = parse(feeds.atom(record("Words.")));

        assertThat(xml.getElementsByTagName("updated").item(1).getTextContent()).isEqualTo("2026-03-01T09:13:00Z");
        assertThat(feeds.atom(record("Words."))).isEqualTo(feeds.atom(record("Words.")));
    }

    @Test
    void json_feed_has_what_version_1_1_asks_for() throws Exception {
        var feed = Json.mapper().readTree(feeds.json(record(HOSTILE)));

        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("items")).hasSize(1);
        var item = feed.path("items").get(0);
        assertThat(item.path("id").asText()).startsWith("urn:uuid:");
        assertThat(item.path("url").asText()).startsWith("https://public.example/consultations/river-2026/");
        assertThat(item.path("content_html").asText()).doesNotContain("<script>");
    }

    @Test
    void an_empty_json_feed_still_has_items() throws Exception {
        var record = new PublicRecord();
        record.apply("d", Chronicle.definition().event());

        var feed = Json.mapper().readTree(feeds.json(record.find(CONSULTATION).orElseThrow()));

        assertThat(feed.path("items").isArray()).isTrue();
    }

    @Test
    void site_maps_are_well_formed_and_list_every_page() throws Exception {
        var record = record("Words.");

        assertThat(parse(feeds.sitemapIndex(List.of(record)))
                        .getElementsByTagName("loc")
                        .getLength())
                .isOne();
        assertThat(parse(feeds.sitemap(record, 1)).getElementsByTagName("loc").getLength())
                .isEqualTo(8);
    }

    private static ConsultationRecord record(String words) throws Exception {
        var chronicle = Chronicle.ofPublic(1);
        var record = new PublicRecord();
        record.apply("d", Chronicle.definition().event());
        record.apply("r", chronicle.received().event());
        var cleared = (SubmissionCleared) chronicle.cleared().event();
        record.apply("c", cleared);
        record.show(chronicle.submission(), "c", chronicle.content(words));
        return record.find(CONSULTATION).orElseThrow();
    }

    private static Document parse(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
