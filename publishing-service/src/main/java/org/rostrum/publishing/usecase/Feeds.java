package org.rostrum.publishing.usecase;

import java.util.Collection;
import org.rostrum.publishing.domain.ConsultationRecord;

/** How the record looks to programs: the same bytes for the same record. */
public interface Feeds {

    /** Contributions in a feed. */
    int LATEST = 50;

    /** Contributions in one file of a site map. */
    int SITEMAP_SIZE = 200;

    /** RFC 4287. */
    byte[] atom(ConsultationRecord record);

    /** JSON Feed 1.1. */
    byte[] json(ConsultationRecord record);

    /** Index of all site maps (sitemaps.org 0.9). */
    byte[] sitemapIndex(Collection<ConsultationRecord> consultations);

    /** One file of a consultation's site map, from 1; the first lists the consultation and its items as well. */
    byte[] sitemap(ConsultationRecord record, int number);

    byte[] robots();

    static int sitemaps(ConsultationRecord record) {
        return Math.max(1, record.contributions().pages(SITEMAP_SIZE));
    }
}
