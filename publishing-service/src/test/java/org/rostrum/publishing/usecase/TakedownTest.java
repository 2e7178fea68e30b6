package org.rostrum.publishing.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.rostrum.publishing.Chronicle.CONSULTATION;
import static org.rostrum.publishing.Chronicle.ROUND;
import static org.rostrum.publishing.Chronicle.bytes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.platform.objectstore.InMemoryObjectStore;
import org.rostrum.publishing.Chronicle;
import org.rostrum.publishing.adapter.compilationhtml.JsonCompilations;
import org.rostrum.publishing.adapter.objectstore.ObjectStoreDocuments;
import org.rostrum.publishing.adapter.objectstore.ObjectStoreSite;
import org.rostrum.publishing.adapter.objectstore.ServedFiles;
import org.rostrum.publishing.domain.SitePath;

/** What is taken down is not served any more, whatever the object store does meanwhile. */
class TakedownTest {
    private static final SitePath DOCUMENT = SitePath.compilation(CONSULTATION, ROUND, "json");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final ServedFiles files = new ServedFiles(store, 1_000_000);
    private final Rehearsal publishing = new Rehearsal(
            new ObjectStoreSite(files),
            new ObjectStoreDocuments(store, files, "rostrum-public"),
            List.of(new JsonCompilations()));
    private final Chronicle kept = Chronicle.ofPublic(1);
    private final Chronicle withheld = Chronicle.ofPublic(3);

    @BeforeEach
    void clear_two() {
        publishing.store(kept, bytes(kept.content())).store(withheld, bytes(withheld.content()));
        publishing.take(Chronicle.definition(), kept.received(), kept.cleared());
        publishing.take(withheld.received(), withheld.cleared()).settle();
        assertThat(places()).allSatisfy(path -> assertThat(served(path)).contains("Friends of River 3"));
        await().atMost(Duration.ofSeconds(20)).until(() -> served(DOCUMENT).contains("Friends of River 3"));
    }

    @AfterEach
    void close() {
        store.comeBack();
        publishing.close();
    }

    @Test
    void is_served_nowhere_while_the_store_is_away() {
        store.goAway();
        publishing.storeIsAway = true;

        publishing.take(withheld.withheld(5));
        assertThatThrownBy(publishing::settle).isInstanceOf(StoreUnavailable.class);

        assertThat(places()).allSatisfy(path -> assertThat(files.find(path)).isEmpty());
        assertThat(files.find(DOCUMENT)).isEmpty();
    }

    @Test
    void is_taken_down_though_another_form_cannot_be_fetched() {
        var waiting = Chronicle.ofPublic(2);
        publishing.unreachable.add(waiting.artefactOf(bytes(waiting.content())));

        publishing.take(waiting.received(), waiting.cleared(), withheld.withheld(5));
        assertThatThrownBy(publishing::settle).isInstanceOf(StoreUnavailable.class);

        assertThat(places()).allSatisfy(path -> assertThat(served(path)).doesNotContain("Friends of River 3"));
        assertThat(served(page(withheld))).contains("No longer public");
        assertThat(holding("Friends of River 3")).isEmpty();
    }

    @Test
    void leaves_every_object_once_the_store_is_back() {
        store.goAway();
        publishing.take(withheld.withheld(5));
        assertThatThrownBy(publishing::settle).isInstanceOf(StoreUnavailable.class);

        store.comeBack();
        publishing.settle();

        assertThat(served(page(withheld))).contains("No longer public");
        assertThat(served(SitePath.consultation(CONSULTATION))).contains("Friends of River 1");
        assertThat(holding("Friends of River 3")).isEmpty();
        await().atMost(Duration.ofSeconds(20)).until(() -> served(DOCUMENT).contains("Friends of River 1"));
    }

    private List<SitePath> places() {
        var items = Stream.of(Optional.of(new ItemNumber("1")), Optional.<ItemNumber>empty())
                .map(item -> SitePath.item(CONSULTATION, item));
        var lists = Stream.concat(items, Stream.of(SitePath.contributions(CONSULTATION)))
                .flatMap(front -> Stream.of(front, front.page(1)));
        var others = Stream.of(
                page(withheld),
                SitePath.consultation(CONSULTATION),
                SitePath.atom(CONSULTATION),
                SitePath.jsonFeed(CONSULTATION));
        return Stream.concat(lists, others).toList();
    }

    private static SitePath page(Chronicle chronicle) {
        return SitePath.contribution(CONSULTATION, chronicle.reference());
    }

    private String served(SitePath path) {
        return files.find(path)
                .map(files::read)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    private List<String> holding(String words) {
        return store.keys().stream()
                .filter(key -> new String(store.get(key).orElseThrow(), StandardCharsets.UTF_8).contains(words))
                .toList();
    }
}
