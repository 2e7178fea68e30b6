package org.rostrum.publishing.adapter.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.publishing.adapter.html.Views.Link;
import org.rostrum.publishing.domain.Attribution;
import org.rostrum.publishing.domain.ConsultationRecord;
import org.rostrum.publishing.domain.PublishedContribution;
import org.rostrum.publishing.domain.Shelf;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.Standing;
import org.rostrum.publishing.usecase.Pages;

/** The pages of the site. They are in English; what the organiser and the contributors wrote keeps its own language. */
public final class HtmlPages implements Pages {
    private static final int LATEST_ON_HEAD = 10;
    private static final int PAGE_LINKS = 40;

    private final Templates templates = new Templates();
    private final String baseUrl;
    private final String intakeUrl;

    /**
     * @param baseUrl public address of this site, without a slash at the end
     * @param intakeUrl public address of intake, where people respond
     */
    public HtmlPages(String baseUrl, String intakeUrl) {
        this.baseUrl = baseUrl;
        this.intakeUrl = intakeUrl;
    }

    @Override
    public byte[] home(Collection<ConsultationRecord> consultations) {
        var cards = consultations.stream()
                .map(record -> new Presentation(record).card())
                .toList();
        return render("home", page("Consultations", SitePath.HOME, List.of(), Map.of("cards", cards)));
    }

    @Override
    public byte[] consultation(ConsultationRecord record) {
        var show = new Presentation(record);
        var data = new LinkedHashMap<String, Object>();
        data.put("consultation", show.card());
        data.put("titles", show.otherWords(show.definition().title()));
        data.put("facts", show.facts());
        data.put("rounds", show.rounds());
        data.put("respond", new Link(intakeUrl + "/consultations/" + record.id(), "Respond"));
        data.put("latest", show.lines(record.contributions().latest(LATEST_ON_HEAD)));
        data.put("total", record.contributions().size());
        data.put("all", SitePath.contributions(record.id()).value());
        data.put("unfiled", SitePath.item(record.id(), Optional.empty()).value());
        data.put("unfiledCount", record.unfiled().size());
        data.put("atom", SitePath.atom(record.id()).value());
        data.put("json", SitePath.jsonFeed(record.id()).value());
        data.put("api", "/api/v1/consultations/" + record.id() + "/contributions");
        data.put("asOf", show.moment(record.changedAt()));
        return render("consultation", page(show.title().text(), SitePath.consultation(record.id()), List.of(), data));
    }

    @Override
    public byte[] contribution(ConsultationRecord record, PublishedContribution contribution) {
        var show = new Presentation(record);
        var content = contribution.content();
        var data = new LinkedHashMap<String, Object>();
        data.put("consultation", show.card());
        data.put("who", Attribution.who(content));
        data.put("reference", content.reference().value());
        data.put("crumb", content.reference().value());
        data.put("facts", show.facts(contribution));
        data.put("summary", show.summary(contribution));
        data.put("lang", show.language(contribution));
        data.put("sections", show.sections(contribution));
        data.put("unfiled", show.passages(contribution, contribution.unfiledPassages(), true));
        data.put("api", "/api/v1/consultations/" + record.id() + "/contributions/" + content.reference());
        // The reference first: after a name written from right to left, its characters would be torn apart.
        var title = content.reference() + ", " + Attribution.who(content);
        return render(
                "contribution",
                page(
                        title,
                        SitePath.contribution(record.id(), content.reference()),
                        List.of(show.crumb(), contributionsCrumb(record)),
                        data));
    }

    @Override
    public byte[] gone(ConsultationRecord record, Standing.Gone gone) {
        var show = new Presentation(record);
        return render(
                "gone",
                page(
                        "No longer public",
                        SitePath.contribution(record.id(), gone.reference()),
                        List.of(show.crumb(), contributionsCrumb(record)),
                        Map.of(
                                "reference", gone.reference().value(),
                                "consultation", show.card(),
                                "since", show.moment(gone.since()))));
    }

    private static Link contributionsCrumb(ConsultationRecord record) {
        return new Link(SitePath.contributions(record.id()).value(), "Contributions");
    }

    @Override
    public byte[] item(ConsultationRecord record, Optional<ItemNumber> item) {
        var shelf = shelf(record, item);
        var data = itemData(record, item);
        data.put("passages", passages(record, item, shelf.latest(PAGE_SIZE)));
        data.put("pages", pageLinks(SitePath.item(record.id(), item), shelf));
        data.put("page", 0);
        return render("item", itemPage(record, item, SitePath.item(record.id(), item), data));
    }

    @Override
    public byte[] itemPage(ConsultationRecord record, Optional<ItemNumber> item, int page) {
        var shelf = shelf(record, item);
        var front = SitePath.item(record.id(), item);
        var data = itemData(record, item);
        data.put("passages", passages(record, item, shelf.page(page, PAGE_SIZE)));
        data.put("pages", neighbours(front, shelf, page));
        data.put("page", page);
        return render("item", itemPage(record, item, front.page(page), data));
    }

    private static Shelf shelf(ConsultationRecord record, Optional<ItemNumber> item) {
        return item.map(record::on).orElseGet(record::unfiled);
    }

    private static Map<String, Object> itemData(ConsultationRecord record, Optional<ItemNumber> item) {
        var show = new Presentation(record);
        var words = item.flatMap(show::item).map(Item::text);
        var data = new LinkedHashMap<String, Object>();
        data.put("consultation", show.card());
        data.put("number", item.map(ItemNumber::value).orElse(""));
        data.put("words", words.map(show::words).orElseGet(() -> show.plain(noWords(item))));
        data.put("others", words.map(show::otherWords).orElse(List.of()));
        data.put("parents", item.map(show::parents).orElse(List.of()));
        data.put("count", shelf(record, item).size());
        data.put("front", SitePath.item(record.id(), item).value());
        return data;
    }

    private static String noWords(Optional<ItemNumber> item) {
        return item.isPresent()
                ? "This item is not in the current definition of the consultation."
                : "Answers no question";
    }

    private static List<Views.PassageView> passages(
            ConsultationRecord record, Optional<ItemNumber> item, List<PublishedContribution> contributions) {
        var show = new Presentation(record);
        return contributions.stream()
                .flatMap(contribution -> show
                        .passages(
                                contribution,
                                item.map(contribution::passagesOn).orElseGet(contribution::unfiledPassages),
                                item.isEmpty())
                        .stream())
                .toList();
    }

    private Map<String, Object> itemPage(
            ConsultationRecord record, Optional<ItemNumber> item, SitePath path, Map<String, Object> data) {
        var show = new Presentation(record);
        var title = item.map(number -> "Item " + number).orElse("Answers no question");
        return page(title, path, List.of(show.crumb()), data);
    }

    @Override
    public byte[] contributions(ConsultationRecord record) {
        var shelf = record.contributions();
        return contributionList(
                record, 0, shelf.latest(PAGE_SIZE), pageLinks(SitePath.contributions(record.id()), shelf));
    }

    @Override
    public byte[] contributionsPage(ConsultationRecord record, int page) {
        var shelf = record.contributions();
        return contributionList(
                record,
                page,
                shelf.page(page, PAGE_SIZE),
                neighbours(SitePath.contributions(record.id()), shelf, page));
    }

    private byte[] contributionList(
            ConsultationRecord record, int page, List<PublishedContribution> shown, List<Link> pages) {
        var show = new Presentation(record);
        var front = SitePath.contributions(record.id());
        var data = new LinkedHashMap<String, Object>();
        data.put("consultation", show.card());
        data.put("lines", show.lines(shown));
        data.put("pages", pages);
        data.put("page", page);
        data.put("front", front.value());
        return render(
                "contributions",
                page("Contributions", page == 0 ? front : front.page(page), List.of(show.crumb()), data));
    }

    /** From the front page to all pages; of very many, the first and the last. */
    private static List<Link> pageLinks(SitePath front, Shelf shelf) {
        int count = shelf.pages(PAGE_SIZE);
        if (shelf.size() <= PAGE_SIZE) {
            return List.of();
        }
        return IntStream.rangeClosed(1, count)
                .filter(page -> page <= PAGE_LINKS / 2 || page > count - PAGE_LINKS / 2)
                .mapToObj(page -> new Link(front.page(page).value(), String.valueOf(page)))
                .toList();
    }

    /** A full page knows only its neighbours, so that it stays as it is when more pages follow. */
    private static List<Link> neighbours(SitePath front, Shelf shelf, int page) {
        var before = page > 1 ? Stream.of(new Link(front.page(page - 1).value(), "prev")) : Stream.<Link>empty();
        var after = page < shelf.pages(PAGE_SIZE)
                ? Stream.of(new Link(front.page(page + 1).value(), "next"))
                : Stream.<Link>empty();
        return Stream.concat(before, after).toList();
    }

    private Map<String, Object> page(String title, SitePath path, List<Link> crumbs, Map<String, Object> data) {
        var all = new LinkedHashMap<>(data);
        var trail = new ArrayList<Link>();
        trail.add(new Link(SitePath.HOME.value(), "Consultations"));
        trail.addAll(crumbs);
        all.put("title", title);
        all.putIfAbsent("crumb", title);
        all.put("canonical", baseUrl + path);
        all.put("crumbs", path.equals(SitePath.HOME) ? List.of() : trail);
        all.put("intake", intakeUrl + "/");
        return all;
    }

    private byte[] render(String template, Map<String, Object> data) {
        return templates.render(template, data).getBytes(StandardCharsets.UTF_8);
    }
}
