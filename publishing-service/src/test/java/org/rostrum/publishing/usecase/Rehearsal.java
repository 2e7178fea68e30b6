package org.rostrum.publishing.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicationEvent;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.publishing.Chronicle;
import org.rostrum.publishing.Chronicle.Told;
import org.rostrum.publishing.adapter.feed.SiteFeeds;
import org.rostrum.publishing.adapter.html.HtmlPages;
import org.rostrum.publishing.domain.Artefact;
import org.rostrum.publishing.domain.PublicRecord;
import org.rostrum.publishing.domain.RefusalReason;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.domain.compilation.CompilationRenderer;

/** Publishing with real pages and feeds, on ports that live in memory. */
final class Rehearsal implements AutoCloseable, Alarms {
    final Map<ObjectRef, byte[]> artefacts = new HashMap<>();
    final Map<SitePath, Site.Page> site = new ConcurrentHashMap<>();
    final List<SitePath> written = new ArrayList<>();
    final Map<String, PublicationEvent> announced = new LinkedHashMap<>();
    final List<RefusalReason> alarms = new ArrayList<>();
    final List<Documents.Of> removedDocuments = new ArrayList<>();
    final LivingRecord record = new LivingRecord();
    final Set<ObjectRef> unreachable = new HashSet<>();
    boolean storeIsAway;

    private final IssueCompilations compilations;
    private final PublishRecord publishing;

    Rehearsal() {
        this(Rehearsal::inMemory, Rehearsal::noDocuments, List.of());
    }

    /** With a site and documents of the caller's. */
    Rehearsal(Site site, Documents documents, List<CompilationRenderer> renderers) {
        this(_ -> site, _ -> documents, renderers);
    }

    private Rehearsal(
            Function<Rehearsal, Site> site,
            Function<Rehearsal, Documents> documents,
            List<CompilationRenderer> renderers) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-12-01T00:00:00Z"));
        compilations = new IssueCompilations(record, documents.apply(this), renderers, (_, _) -> {}, this, clock);
        publishing = new PublishRecord(
                record,
                compilations,
                new PublishRecord.Surroundings(
                        this::find,
                        site.apply(this),
                        new HtmlPages("https://public.example", "https://respond.example"),
                        new SiteFeeds("https://public.example"),
                        this::announce,
                        this,
                        clock));
    }

    private static Site inMemory(Rehearsal rehearsal) {
        return rehearsal.new SiteInMemory();
    }

    private static Documents noDocuments(Rehearsal rehearsal) {
        return rehearsal.new NoDocuments();
    }

    Rehearsal store(Chronicle chronicle, byte[] artefact) {
        artefacts.put(chronicle.artefactOf(artefact), artefact);
        return this;
    }

    Rehearsal take(Told... told) {
        for (var each : told) {
            take(each);
        }
        return this;
    }

    private void take(Told told) {
        try {
            publishing.take(told.id(), told.event());
        } catch (PublicRecord.Contradiction e) {
            throw new IllegalStateException(e);
        }
    }

    Rehearsal settle() {
        publishing.settle();
        return this;
    }

    boolean hasOnlyCounted() {
        return publishing.hasOnlyCounted();
    }

    Optional<String> page(SitePath path) {
        return Optional.ofNullable(site.get(path)).map(page -> new String(page.bytes(), StandardCharsets.UTF_8));
    }

    /** Every path with the fingerprint of what it shows. */
    Map<String, String> fingerprints() {
        var fingerprints = new TreeMap<String, String>();
        site.forEach((path, page) -> fingerprints.put(
                path + (page.gone() ? " gone" : ""), HexFormat.of().formatHex(Chronicle.sha256(page.bytes()))));
        return fingerprints;
    }

    private Artefacts.Found find(ObjectRef reference) {
        if (storeIsAway || unreachable.contains(reference)) {
            throw new StoreUnavailable("away", new IOException());
        }
        var bytes = artefacts.get(reference);
        return bytes == null
                ? new Artefacts.Found.Broken(RefusalReason.ARTEFACT_MISSING)
                : new Artefacts.Found.Intact(parse(bytes));
    }

    private static Artefact parse(byte[] bytes) {
        try {
            var content = Json.mapper().readValue(bytes, PublicContribution.class);
            var texts = content.passages().stream()
                    .map(PublicContribution.PublicPassage::text)
                    .toList();
            return new Artefact(texts, Set.of(), Optional.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void announce(String eventId, PublicationEvent event) {
        announced.put(eventId, event);
    }

    private final class SiteInMemory implements Site {
        @Override
        public synchronized void show(Page page) {
            var before = site.put(page.path(), page);
            if (before == null || !Arrays.equals(before.bytes(), page.bytes())) {
                written.add(page.path());
            }
        }

        @Override
        public void hide(SitePath path) {
            site.remove(path);
        }

        @Override
        public void remove(SitePath path) {
            site.remove(path);
        }

        @Override
        public void keepOnly(Set<SitePath> paths) {
            site.keySet().retainAll(paths);
        }
    }

    private final class NoDocuments implements Documents {
        @Override
        public Optional<Issue> find(Of round) {
            return Optional.empty();
        }

        @Override
        public Issue store(Of round, String revision, List<File> files) {
            return new Issue(revision, List.of());
        }

        @Override
        public void serve(Of round, Issue issue) {}

        @Override
        public void discardOthers(Of round, Issue issue) {}

        @Override
        public void hide(Of round) {}

        @Override
        public void remove(Of round) {
            removedDocuments.add(round);
        }

        @Override
        public void keepOnly(Set<Of> rounds) {}
    }

    @Override
    public void refused(Reference reference, RefusalReason reason) {
        alarms.add(reason);
    }

    @Override
    public void unbalanced(ConsultationId consultation, RoundId round) {}

    @Override
    public void published(Duration sinceClearance) {}

    @Override
    public void compilationFailed(ConsultationId consultation, RoundId round, RuntimeException why) {}

    @Override
    public void behind(String why) {}

    @Override
    public void upToDate() {}

    @Override
    public void close() {
        compilations.close();
    }
}
