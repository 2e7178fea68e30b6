package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.Revision;
import org.rostrum.intake.usecase.Revisions;
import org.rostrum.platform.objectstore.ObjectStore;

/** Revisions as JSON, the organiser's languages in their order, under {@code consultations/{consultation}/revisions/{number}.json}. */
public final class ObjectStoreRevisions implements Revisions {
    private static final String FOLDER = "consultations/";
    private static final Pattern KEY = Pattern.compile(FOLDER + "([a-z0-9-]{3,64})/revisions/([1-9][0-9]{0,8})\\.json");

    private final ObjectStore store;

    public ObjectStoreRevisions(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<Revision> find(RevisionKey key) {
        return store.get(path(key)).map(ObjectStoreRevisions::read);
    }

    @Override
    public boolean create(Revision revision) {
        var key = new RevisionKey(revision.consultation(), revision.number());
        return store.createIfAbsent(path(key), Json.write(revision), "application/json");
    }

    @Override
    public List<Revision> of(ConsultationId consultation) {
        try (var paths = store.list(FOLDER + consultation + "/revisions/")) {
            return paths.flatMap(path -> parse(path).stream())
                    .sorted(Comparator.comparingInt(RevisionKey::number).reversed())
                    .flatMap(key -> find(key).stream())
                    .toList();
        }
    }

    @Override
    public Stream<RevisionKey> keys() {
        return store.list(FOLDER).flatMap(path -> parse(path).stream());
    }

    private static Optional<RevisionKey> parse(String path) {
        return Optional.of(KEY.matcher(path))
                .filter(Matcher::matches)
                .filter(match -> ConsultationId.isValid(match.group(1)))
                .map(match -> new RevisionKey(new ConsultationId(match.group(1)), Integer.parseInt(match.group(2))));
    }

    private static String path(RevisionKey key) {
        return FOLDER + key.consultation() + "/revisions/" + key.number() + ".json";
    }

    private static Revision read(byte[] bytes) {
        try {
            return Json.mapper().readValue(bytes, Revision.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
