package org.rostrum.publishing.domain;

import java.util.Optional;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;

/**
 * An address on the public site, from the leading slash; it never changes once published.
 *
 * @param value safe in a URL as it stands: made of ids only
 */
public record SitePath(String value) {
    public static final SitePath HOME = new SitePath("/");
    public static final SitePath SITEMAP = new SitePath("/sitemap.xml");
    public static final SitePath ROBOTS = new SitePath("/robots.txt");

    public SitePath {
        if (!value.startsWith("/")) {
            throw new IllegalArgumentException("a path of the site begins with a slash");
        }
    }

    public static SitePath consultation(ConsultationId id) {
        return new SitePath("/consultations/" + id);
    }

    public static SitePath contribution(ConsultationId id, Reference reference) {
        return consultation(id).plus("/contributions/" + reference);
    }

    /** The page of an item, or of what answers no question. */
    public static SitePath item(ConsultationId id, Optional<ItemNumber> item) {
        return consultation(id).plus("/items/" + item.map(ItemNumber::value).orElse("no-question"));
    }

    public static SitePath contributions(ConsultationId id) {
        return consultation(id).plus("/contributions");
    }

    /** One page of a list, from 1. */
    public SitePath page(int number) {
        return plus("/page/" + number);
    }

    public static SitePath atom(ConsultationId id) {
        return consultation(id).plus("/feed.atom");
    }

    public static SitePath jsonFeed(ConsultationId id) {
        return consultation(id).plus("/feed.json");
    }

    public static SitePath sitemap(ConsultationId id, int number) {
        return consultation(id).plus("/sitemap-" + number + ".xml");
    }

    public static SitePath compilation(ConsultationId id, RoundId round, String format) {
        return consultation(id).plus("/rounds/" + round + "/compilation." + format);
    }

    private SitePath plus(String rest) {
        return new SitePath(value + rest);
    }

    @Override
    public String toString() {
        return value;
    }
}
