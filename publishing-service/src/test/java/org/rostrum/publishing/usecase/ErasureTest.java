package org.rostrum.publishing.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rostrum.publishing.Chronicle.CONSULTATION;
import static org.rostrum.publishing.Chronicle.ROUND;
import static org.rostrum.publishing.Chronicle.bytes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.PublicationEvent.ContributionUnpublished;
import org.rostrum.platform.objectstore.InMemoryObjectStore;
import org.rostrum.platform.objectstore.Sha256;
import org.rostrum.publishing.Chronicle;
import org.rostrum.publishing.Chronicle.Told;
import org.rostrum.publishing.adapter.compilationhtml.JsonCompilations;
import org.rostrum.publishing.adapter.objectstore.ObjectStoreDocuments;
import org.rostrum.publishing.adapter.objectstore.ObjectStoreSite;
import org.rostrum.publishing.adapter.objectstore.ServedFiles;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.compilation.Accounting;

/** What the public sees when a submission is erased, and what is left of it in the public store. */
class ErasureTest {
    private final Chronicle kept = Chronicle.ofPublic(1);
    private final Chronicle erased = Chronicle.ofPublic(3);
    private final String words = "Friends of River 3";

    /** Publishing with a store of its own. */
    private record Publishing(InMemoryObjectStore store, ServedFiles files, Rehearsal rehearsal)
            implements AutoCloseable {
        static Publishing begun() {
            var store = new InMemoryObjectStore();
            var files = new ServedFiles(store, 1_000_000);
            var documents = new ObjectStoreDocuments(store, files, "rostrum-public");
            return new Publishing(
                    store,
                    files,
                    new Rehearsal(new ObjectStoreSite(files), documents, List.of(new JsonCompilations())));
        }

        Publishing take(Told... told) {
            rehearsal.take(told).settle();
            return this;
        }

        String served(SitePath path) {
            return files.find(path)
                    .map(files::read)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("");
        }

        void awaitDocumentWith(String text) {
            var document = SitePath.compilation(CONSULTATION, ROUND, "json");
            await().atMost(Duration.ofSeconds(20)).until(() -> served(document).contains(text));
        }

        Map<String, String> fingerprints() {
            var all = new TreeMap<String, String>();
            store.keys()
                    .forEach(key ->
                            all.put(key, Sha256.of(store.get(key).orElseThrow()).hex()));
            return all;
        }

        List<String> holding(String text) {
            return store.keys().stream()
                    .filter(key -> new String(store.get(key).orElseThrow(), StandardCharsets.UTF_8).contains(text))
                    .toList();
        }

        @Override
        public void close() {
            rehearsal.close();
        }
    }

    private Publishing publishing() {
        var publishing = Publishing.begun();
        publishing.rehearsal.store(kept, bytes(kept.content())).store(erased, bytes(erased.content()));
        return publishing;
    }

    private Told[] bothPublished() {
        return new Told[] {Chronicle.definition(), kept.received(), kept.cleared(), erased.received(), erased.cleared()
        };
    }

    @Test
    void it_is_gone_from_every_page_feed_and_document_and_counted() {
        try (var publishing = publishing().take(bothPublished())) {
            publishing.awaitDocumentWith(words);

            publishing.take(erased.erased(5));
            publishing.awaitDocumentWith("Friends of River 1");

            assertThat(publishing.holding(words)).isEmpty();
            assertThat(publishing.served(SitePath.contribution(CONSULTATION, erased.reference())))
                    .contains("No longer public");
            assertThat(publishing.served(SitePath.atom(CONSULTATION)))
                    .contains("<at:deleted-entry")
                    .doesNotContain(erased.reference().value());
            assertThat(publishing.rehearsal.announced.values())
                    .hasAtLeastOneElementOfType(ContributionUnpublished.class);
            assertThat(accounting(publishing.rehearsal)).isEqualTo(new Accounting(2, 1, 0, 0, 0, 0, 0, 0, 1, 0));
        }
    }

    @Test
    void the_record_made_anew_from_the_log_is_the_same_though_its_public_form_is_gone() {
        Map<String, String> lived;
        try (var publishing = publishing().take(bothPublished()).take(erased.erased(5))) {
            publishing.awaitDocumentWith("Friends of River 1");
            lived = publishing.fingerprints();
        }

        try (var anew = Publishing.begun()) {
            anew.rehearsal.store(kept, bytes(kept.content()));
            anew.rehearsal.take(bothPublished());
            anew.take(erased.erased(5));
            anew.awaitDocumentWith("Friends of River 1");

            assertThat(anew.fingerprints()).isEqualTo(lived);
            assertThat(anew.rehearsal.alarms).isEmpty();
        }
    }

    @Test
    void it_is_never_shown_again_whatever_comes_and_in_whatever_order() {
        try (var publishing = publishing()) {
            publishing.take(Chronicle.definition(), erased.erased(5));
            publishing.take(erased.cleared(), erased.received(), erased.amended(2, Publication.PUBLIC));
            publishing.take(erased.withdrawn(6), erased.disputed(7), erased.dismissed(8, 7));

            assertThat(publishing.holding(words)).isEmpty();
            assertThat(accounting(publishing.rehearsal)).isEqualTo(new Accounting(1, 0, 0, 0, 0, 0, 0, 0, 1, 0));
        }
    }

    @Test
    void what_was_never_public_leaves_no_trace_but_its_number() {
        try (var publishing = publishing()) {
            publishing.take(Chronicle.definition(), erased.received(), erased.processed(), erased.erased(5));

            assertThat(publishing.served(SitePath.contribution(CONSULTATION, erased.reference())))
                    .isEmpty();
            assertThat(publishing.holding(erased.reference().value())).isEmpty();
            assertThat(accounting(publishing.rehearsal).erased()).isEqualTo(1);
            assertThat(accounting(publishing.rehearsal).balances()).isTrue();
        }
    }

    @Test
    void an_erasure_of_what_no_event_told_about_is_counted_as_received_and_erased() {
        try (var publishing = publishing()) {
            publishing.take(Chronicle.definition(), erased.erased(5));

            assertThat(accounting(publishing.rehearsal)).isEqualTo(new Accounting(1, 0, 0, 0, 0, 0, 0, 0, 1, 0));
        }
    }

    private static Accounting accounting(Rehearsal rehearsal) {
        return rehearsal.record.read(r -> r.find(CONSULTATION).orElseThrow().accounting(ROUND));
    }
}
