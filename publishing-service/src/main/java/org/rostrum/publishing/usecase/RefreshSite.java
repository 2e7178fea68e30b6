package org.rostrum.publishing.usecase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.publishing.domain.ConsultationRecord;
import org.rostrum.publishing.domain.PublicRecord;
import org.rostrum.publishing.domain.PublishedContribution;
import org.rostrum.publishing.domain.Shelf;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.Standing;
import org.rostrum.publishing.usecase.Site.Page;
import org.rostrum.publishing.usecase.StaleSite.Strand;

/**
 * Writes the pages that no longer say what the record says, and only those. What is gone is taken down before anything
 * else is written. Runs on the thread that changes the record, which therefore stands still meanwhile.
 */
final class RefreshSite {
    private static final String XML = "application/xml";

    private final LivingRecord record;
    private final Site site;
    private final Pages pages;
    private final Feeds feeds;
    private final Side side;
    private final Map<Strand, Integer> pagesOnSite = new ConcurrentHashMap<>();
    private final Map<ConsultationId, Integer> sitemapsOnSite = new ConcurrentHashMap<>();
    private final Set<SitePath> shown = ConcurrentHashMap.newKeySet();

    RefreshSite(LivingRecord record, Site site, Pages pages, Feeds feeds, Side side) {
        this.record = record;
        this.site = site;
        this.pages = pages;
        this.feeds = feeds;
        this.side = side;
    }

    /** Nobody gets any more what holds something that is no longer public: only in memory, so that nothing can fail. */
    void hide(StaleSite stale) {
        stale.restated().stream()
                .flatMap(id -> record.read(r -> r.standing(id)).stream())
                .flatMap(RefreshSite::notShown)
                .forEach(site::hide);
        stale.exposing().stream()
                .flatMap(strand -> pagesOf(strand, stale.strands().getOrDefault(strand, 0)))
                .forEach(site::hide);
        stale.exposing().stream().map(Strand::consultation).distinct().forEach(id -> {
            site.hide(SitePath.consultation(id));
            site.hide(SitePath.atom(id));
            site.hide(SitePath.jsonFeed(id));
        });
    }

    private static Stream<SitePath> notShown(Standing standing) {
        return switch (standing) {
            case Standing.Shown ignored -> Stream.empty();
            case Standing.Gone it -> Stream.of(SitePath.contribution(it.consultation(), it.reference()));
            case Standing.Hidden it -> Stream.of(SitePath.contribution(it.consultation(), it.reference()));
        };
    }

    private Stream<SitePath> pagesOf(Strand strand, int from) {
        var pages = IntStream.rangeClosed(firstStalePage(from), pagesOnSite.getOrDefault(strand, 0))
                .mapToObj(front(strand)::page);
        return Stream.concat(Stream.of(front(strand)), pages);
    }

    /** The pages of what is no longer public leave the store. */
    void takeDown(StaleSite stale) {
        side.run(takedowns(standings(stale)));
    }

    void refresh(StaleSite stale) {
        var standing = standings(stale);
        side.run(takedowns(standing));
        var writes = new ArrayList<>(writes(standing));
        record.read(r -> {
            writes.addAll(lists(r, strands(r, stale)));
            writes.addAll(heads(r, stale));
            return true;
        });
        side.run(writes);
        record.read(r -> {
            strands(r, stale).keySet().forEach(strand -> written(r, strand));
            return true;
        });
    }

    /** Only now: what was to be removed would be forgotten if the store went away in between. */
    private void written(PublicRecord record, Strand strand) {
        record.find(strand.consultation())
                .filter(consultation -> consultation.definition().isPresent())
                .ifPresent(consultation -> {
                    pagesOnSite.put(strand, shelf(consultation, strand).pages(Pages.PAGE_SIZE));
                    sitemapsOnSite.put(consultation.id(), Feeds.sitemaps(consultation));
                });
    }

    private Collection<Standing> standings(StaleSite stale) {
        return record.read(r -> standing(r, stale)).values();
    }

    /** After everything was written: what an earlier life of the service left behind goes. */
    void sweep() {
        site.keepOnly(Set.copyOf(shown));
    }

    private static Map<SubmissionId, Standing> standing(PublicRecord record, StaleSite stale) {
        var standing = new HashMap<SubmissionId, Standing>();
        var redefined = stale.redefined().stream()
                .flatMap(id -> record.find(id).stream())
                .flatMap(consultation -> consultation.submissions().stream());
        Stream.concat(stale.restated().stream(), redefined)
                .forEach(id -> record.standing(id).ifPresent(found -> standing.put(id, found)));
        return standing;
    }

    private List<Runnable> takedowns(Collection<Standing> standing) {
        return standing.stream()
                .flatMap(it -> switch (it) {
                    case Standing.Shown ignored -> Stream.<Runnable>empty();
                    case Standing.Gone gone -> Stream.<Runnable>of(() -> takeDown(gone));
                    case Standing.Hidden hidden ->
                        Stream.<Runnable>of(
                                () -> remove(SitePath.contribution(hidden.consultation(), hidden.reference())));
                })
                .toList();
    }

    private void takeDown(Standing.Gone gone) {
        var path = SitePath.contribution(gone.consultation(), gone.reference());
        defined(gone.consultation())
                .ifPresentOrElse(
                        consultation -> show(
                                Page.html(path, pages.gone(consultation, gone)).asGone()),
                        () -> remove(path));
    }

    private List<Runnable> writes(Collection<Standing> standing) {
        return standing.stream()
                .filter(Standing.Shown.class::isInstance)
                .map(Standing.Shown.class::cast)
                .<Runnable>map(it -> () -> write(it.contribution()))
                .toList();
    }

    private void write(PublishedContribution contribution) {
        var content = contribution.content();
        var path = SitePath.contribution(content.consultation(), content.reference());
        defined(content.consultation())
                .ifPresent(consultation -> show(Page.html(path, pages.contribution(consultation, contribution))));
    }

    private Optional<ConsultationRecord> defined(ConsultationId id) {
        return record.read(r -> r.find(id).filter(found -> found.definition().isPresent()));
    }

    /** A new definition can change every page of its consultation. */
    private static Map<Strand, Integer> strands(PublicRecord record, StaleSite stale) {
        var strands = new HashMap<>(stale.strands());
        stale.redefined().stream()
                .flatMap(id -> record.find(id).stream())
                .forEach(consultation -> strandsOf(consultation).forEach(strand -> strands.put(strand, 0)));
        return strands;
    }

    private static Set<Strand> strandsOf(ConsultationRecord consultation) {
        var strands = new HashSet<Strand>();
        strands.add(new Strand.All(consultation.id()));
        strands.add(new Strand.Item(consultation.id(), Optional.empty()));
        itemsOf(consultation).forEach(item -> strands.add(new Strand.Item(consultation.id(), Optional.of(item))));
        return strands;
    }

    private static Stream<ItemNumber> itemsOf(ConsultationRecord consultation) {
        var defined = consultation.definition().stream()
                .flatMap(definition -> definition.rounds().stream())
                .flatMap(Round::items)
                .map(item -> item.number());
        return Stream.concat(defined, consultation.answeredItems().stream());
    }

    private List<Runnable> lists(PublicRecord record, Map<Strand, Integer> strands) {
        var writes = new ArrayList<Runnable>();
        strands.forEach((strand, from) -> record.find(strand.consultation())
                .filter(consultation -> consultation.definition().isPresent())
                .ifPresent(consultation -> writes.addAll(list(consultation, strand, from))));
        return writes;
    }

    private List<Runnable> list(ConsultationRecord consultation, Strand strand, int from) {
        var writes = new ArrayList<Runnable>();
        writes.add(() -> show(Page.html(front(strand), frontPage(consultation, strand))));
        int count = shelf(consultation, strand).pages(Pages.PAGE_SIZE);
        for (int page = firstStalePage(from); page <= count; page++) {
            int number = page;
            writes.add(() -> show(Page.html(front(strand).page(number), listPage(consultation, strand, number))));
        }
        int before = pagesOnSite.getOrDefault(strand, 0);
        for (int page = count + 1; page <= before; page++) {
            int number = page;
            writes.add(() -> remove(front(strand).page(number)));
        }
        pagesOnSite.merge(strand, count, Math::max);
        return writes;
    }

    /** Where a page begins or ends, the page before it gains or loses its link to the next one. */
    private static int firstStalePage(int from) {
        int before = from / Pages.PAGE_SIZE;
        return from % Pages.PAGE_SIZE == 0 ? Math.max(1, before) : before + 1;
    }

    private static Shelf shelf(ConsultationRecord consultation, Strand strand) {
        return switch (strand) {
            case Strand.All ignored -> consultation.contributions();
            case Strand.Item list -> list.item().map(consultation::on).orElseGet(consultation::unfiled);
        };
    }

    private static SitePath front(Strand strand) {
        return switch (strand) {
            case Strand.All all -> SitePath.contributions(all.consultation());
            case Strand.Item list -> SitePath.item(list.consultation(), list.item());
        };
    }

    private byte[] frontPage(ConsultationRecord consultation, Strand strand) {
        return switch (strand) {
            case Strand.All ignored -> pages.contributions(consultation);
            case Strand.Item list -> pages.item(consultation, list.item());
        };
    }

    private byte[] listPage(ConsultationRecord consultation, Strand strand, int page) {
        return switch (strand) {
            case Strand.All ignored -> pages.contributionsPage(consultation, page);
            case Strand.Item list -> pages.itemPage(consultation, list.item(), page);
        };
    }

    private List<Runnable> heads(PublicRecord record, StaleSite stale) {
        var heads = new HashSet<>(stale.heads());
        heads.addAll(stale.redefined());
        var writes = new ArrayList<Runnable>();
        definedOf(record, heads)
                .forEach(consultation -> writes.add(() ->
                        show(Page.html(SitePath.consultation(consultation.id()), pages.consultation(consultation)))));
        var fed = new HashSet<>(stale.feeds());
        fed.addAll(stale.redefined());
        definedOf(record, fed).forEach(consultation -> writes.addAll(feeds(consultation)));
        definedOf(record, sitemapped(stale)).forEach(consultation -> writes.addAll(sitemaps(consultation, stale)));
        writes.addAll(home(record, heads));
        return writes;
    }

    private static Set<ConsultationId> sitemapped(StaleSite stale) {
        var consultations = new HashSet<>(stale.redefined());
        stale.strands().keySet().stream()
                .filter(Strand.All.class::isInstance)
                .forEach(strand -> consultations.add(strand.consultation()));
        return consultations;
    }

    private static Stream<ConsultationRecord> definedOf(PublicRecord record, Set<ConsultationId> ids) {
        return ids.stream()
                .flatMap(id -> record.find(id).stream())
                .filter(consultation -> consultation.definition().isPresent());
    }

    private List<Runnable> home(PublicRecord record, Set<ConsultationId> heads) {
        var consultations = record.consultations().stream()
                .filter(consultation -> consultation.definition().isPresent())
                .toList();
        var writes = new ArrayList<Runnable>();
        if (!heads.isEmpty() || shown.isEmpty()) {
            writes.add(() -> show(Page.html(SitePath.HOME, pages.home(consultations))));
            writes.add(() -> show(new Page(SitePath.SITEMAP, feeds.sitemapIndex(consultations), XML, false)));
            writes.add(() -> show(new Page(SitePath.ROBOTS, feeds.robots(), "text/plain;charset=UTF-8", false)));
        }
        return writes;
    }

    private List<Runnable> feeds(ConsultationRecord consultation) {
        var id = consultation.id();
        return List.of(
                () -> show(new Page(
                        SitePath.atom(id), feeds.atom(consultation), "application/atom+xml;charset=UTF-8", false)),
                () -> show(new Page(SitePath.jsonFeed(id), feeds.json(consultation), "application/feed+json", false)));
    }

    private List<Runnable> sitemaps(ConsultationRecord consultation, StaleSite stale) {
        var id = consultation.id();
        int from = stale.redefined().contains(id)
                ? 0
                : stale.strands().getOrDefault(new Strand.All(id), 0) / Feeds.SITEMAP_SIZE;
        int count = Feeds.sitemaps(consultation);
        var writes = new ArrayList<Runnable>();
        for (int number = from + 1; number <= count; number++) {
            int which = number;
            writes.add(
                    () -> show(new Page(SitePath.sitemap(id, which), feeds.sitemap(consultation, which), XML, false)));
        }
        for (int number = count + 1; number <= sitemapsOnSite.getOrDefault(id, 0); number++) {
            int which = number;
            writes.add(() -> remove(SitePath.sitemap(id, which)));
        }
        sitemapsOnSite.merge(id, count, Math::max);
        return writes;
    }

    private void show(Page page) {
        site.show(page);
        shown.add(page.path());
    }

    private void remove(SitePath path) {
        site.remove(path);
        shown.remove(path);
    }
}
