package org.rostrum.publishing.adapter.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Round;
import org.rostrum.publishing.domain.ConsultationRecord;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.compilation.PrintableText;
import org.rostrum.publishing.usecase.Feeds;

/** Feeds and site maps; all dates are those of events. */
public final class SiteFeeds implements Feeds {
    /** RFC 6721: tells readers to drop what they kept. */
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static final String FLAGS = "https://rostrum.example/flags";

    private final String baseUrl;

    /** @param baseUrl public address of the site, without a slash at the end */
    public SiteFeeds(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public byte[] atom(ConsultationRecord record) {
        var definition = record.definition().orElseThrow();
        var xml = new Xml();
        xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xmlns:at", TOMBSTONES, "xml:lang", "en");
        xml.text("id", feedId(record));
        xml.text("title", title(definition));
        xml.text("subtitle", "Contributions, newest first");
        xml.text("updated", updated(record).toString());
        xml.text("generator", "Rostrum", "uri", baseUrl + "/");
        xml.open("author").text("name", organiser(definition)).close("author");
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", baseUrl + SitePath.atom(record.id()));
        xml.empty(
                "link", "rel", "alternate", "type", "text/html", "href", baseUrl + SitePath.consultation(record.id()));
        entries(record, definition).forEach(entry -> atom(xml, entry));
        record.departed(LATEST)
                .forEach(gone -> xml.empty(
                        "at:deleted-entry",
                        "ref",
                        FeedEntry.id(gone.submission()),
                        "when",
                        gone.since().toString()));
        return xml.close("feed").bytes();
    }

    private static void atom(Xml xml, FeedEntry entry) {
        xml.open("entry");
        xml.text("id", entry.id());
        xml.text("title", entry.title());
        xml.text("updated", entry.contribution().clearedAt().toString());
        xml.text("published", entry.contribution().firstClearedAt().toString());
        xml.open("author").text("name", entry.author()).close("author");
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.url());
        entry.items().forEach(item -> xml.empty("category", "term", item));
        entry.flags().forEach(flag -> xml.empty("category", "scheme", FLAGS, "term", flag));
        var language = entry.language().isEmpty() ? "und" : entry.language();
        xml.text("content", entry.html(), "type", "html", "xml:lang", language);
        xml.close("entry");
    }

    @Override
    public byte[] json(ConsultationRecord record) {
        var definition = record.definition().orElseThrow();
        var feed = new LinkedHashMap<String, Object>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title(definition));
        feed.put("home_page_url", baseUrl + SitePath.consultation(record.id()));
        feed.put("feed_url", baseUrl + SitePath.jsonFeed(record.id()));
        feed.put("description", "Contributions, newest first");
        feed.put("language", "en");
        feed.put("authors", List.of(Map.of("name", organiser(definition))));
        feed.put("items", entries(record, definition).map(SiteFeeds::jsonItem).toList());
        return Json.write(feed);
    }

    private static Map<String, Object> jsonItem(FeedEntry entry) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", entry.id());
        item.put("url", entry.url());
        item.put("title", entry.title());
        item.put("content_html", entry.html());
        item.put("content_text", entry.text());
        item.put("date_published", entry.contribution().firstClearedAt().toString());
        item.put("date_modified", entry.contribution().clearedAt().toString());
        item.put("authors", List.of(Map.of("name", entry.author())));
        item.put("tags", entry.items());
        item.put("_rostrum", Map.of("version", entry.contribution().content().version(), "flags", entry.flags()));
        if (!entry.language().isEmpty()) {
            item.put("language", entry.language());
        }
        return item;
    }

    private Stream<FeedEntry> entries(ConsultationRecord record, ConsultationDefinition definition) {
        return record.contributions().latest(LATEST).stream()
                .map(contribution -> new FeedEntry(definition, contribution, baseUrl));
    }

    @Override
    public byte[] sitemapIndex(Collection<ConsultationRecord> consultations) {
        var xml = new Xml();
        xml.open("sitemapindex", "xmlns", SITEMAP);
        for (var record : consultations) {
            for (int number = 1; number <= Feeds.sitemaps(record); number++) {
                xml.open("sitemap")
                        .text("loc", baseUrl + SitePath.sitemap(record.id(), number))
                        .close("sitemap");
            }
        }
        return xml.close("sitemapindex").bytes();
    }

    @Override
    public byte[] sitemap(ConsultationRecord record, int number) {
        var xml = new Xml();
        xml.open("urlset", "xmlns", SITEMAP);
        if (number == 1) {
            heads(record).forEach(path -> url(xml, path, Optional.empty()));
        }
        record.contributions()
                .page(number, SITEMAP_SIZE)
                .forEach(contribution -> url(
                        xml,
                        SitePath.contribution(
                                record.id(), contribution.content().reference()),
                        Optional.of(contribution.clearedAt())));
        return xml.close("urlset").bytes();
    }

    private static List<SitePath> heads(ConsultationRecord record) {
        var paths = new LinkedHashSet<SitePath>();
        paths.add(SitePath.consultation(record.id()));
        paths.add(SitePath.contributions(record.id()));
        record.definition().stream()
                .flatMap(definition -> definition.rounds().stream())
                .flatMap(Round::items)
                .forEach(item -> paths.add(SitePath.item(record.id(), Optional.of(item.number()))));
        paths.add(SitePath.item(record.id(), Optional.empty()));
        return List.copyOf(paths);
    }

    private void url(Xml xml, SitePath path, Optional<Instant> changed) {
        xml.open("url").text("loc", baseUrl + path);
        changed.ifPresent(instant -> xml.text("lastmod", instant.toString()));
        xml.close("url");
    }

    @Override
    public byte[] robots() {
        return "User-agent: *\nAllow: /\nSitemap: %s%s\n"
                .formatted(baseUrl, SitePath.SITEMAP)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String feedId(ConsultationRecord record) {
        var name = "rostrum-consultation/" + record.id();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant updated(ConsultationRecord record) {
        return record.decidedAt();
    }

    private static String title(ConsultationDefinition definition) {
        return PrintableText.line(definition.title().in("en"));
    }

    private static String organiser(ConsultationDefinition definition) {
        return PrintableText.line(definition.organiser().in("en"));
    }
}
