package org.rostrum.intake.adapter.objectstore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.Draft;
import org.rostrum.intake.domain.DraftToken;
import org.rostrum.intake.usecase.DraftSeals;
import org.rostrum.intake.usecase.Drafts;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;

/**
 * Drafts under {@code drafts/{name}/{revision}} and {@code drafts/{name}/files/{id}}. An object begins with one line in clear,
 * by which the sweep knows its age: consultation, round and instant, nothing of the writer. The rest is sealed.
 */
public final class ObjectStoreDrafts implements Drafts {
    private static final String FOLDER = "drafts/";
    private static final String FILES = "/files/";
    private static final String MEDIA_TYPE = "application/octet-stream";
    private static final int LONGEST_LINE = 4096;
    private static final Logger LOG = Logger.getLogger(ObjectStoreDrafts.class);

    private final ObjectStore store;
    private final DraftSeals seals;

    public ObjectStoreDrafts(ObjectStore store, DraftSeals seals) {
        this.store = store;
        this.seals = seals;
    }

    /** What is sealed: exactly one stage. */
    record Stage(Draft.@Nullable Unfinished unfinished, Draft.@Nullable Sent sent) {
        static Stage of(Draft draft) {
            return switch (draft) {
                case Draft.Unfinished unfinished -> new Stage(unfinished, null);
                case Draft.Sent sent -> new Stage(null, sent);
            };
        }

        Draft draft() {
            if (unfinished != null) {
                return unfinished;
            }
            if (sent != null) {
                return sent;
            }
            throw new IllegalStateException("a draft without a stage");
        }
    }

    private String folder(DraftToken token) {
        return FOLDER + seals.name(token) + "/";
    }

    private String key(DraftToken token, int revision) {
        return folder(token) + "%08d".formatted(revision);
    }

    private String fileKey(DraftToken token, String fileId) {
        return FOLDER + seals.name(token) + FILES + fileId;
    }

    @Override
    public Optional<Draft> latest(DraftToken token) {
        return revisions(folder(token)).reversed().stream()
                .map(key -> read(token, key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Optional<Draft> revision(DraftToken token, int revision) {
        return read(token, key(token, revision));
    }

    private List<String> revisions(String folder) {
        try (var keys = store.list(folder)) {
            return keys.filter(key -> key.substring(folder.length()).matches("[0-9]{8}"))
                    .toList();
        }
    }

    private Optional<Draft> read(DraftToken token, String key) {
        return store.get(key).map(object -> {
            int end = endOfLine(object);
            byte[] open = seals.open(token, key, Arrays.copyOfRange(object, end + 1, object.length));
            try {
                return Json.mapper().readValue(open, Stage.class).draft();
            } catch (IOException e) {
                throw new DraftSeals.Broken("a draft cannot be read", e);
            }
        });
    }

    private static int endOfLine(byte[] object) {
        for (int i = 0; i < Math.min(object.length, LONGEST_LINE); i++) {
            if (object[i] == '\n') {
                return i;
            }
        }
        throw new DraftSeals.Broken("a draft has no first line", new IOException());
    }

    @Override
    public boolean create(DraftToken token, Draft draft) {
        var key = key(token, draft.revision());
        var object = new ByteArrayOutputStream();
        object.writeBytes(Json.write(new Resting(draft.consultation(), draft.round(), draft.savedAt())));
        object.write('\n');
        object.writeBytes(seals.seal(token, key, Json.write(Stage.of(draft))));
        return store.createIfAbsent(key, object.toByteArray(), MEDIA_TYPE);
    }

    @Override
    public void forget(DraftToken token, int upToRevision) {
        var last = key(token, upToRevision);
        revisions(folder(token)).stream()
                .filter(key -> key.compareTo(last) <= 0)
                .forEach(store::delete);
    }

    @Override
    public void storeFile(DraftToken token, String fileId, Path content) {
        var sealed = temporary();
        try {
            seals.seal(token, fileId, content, sealed);
            store.put(fileKey(token, fileId), sealed, MEDIA_TYPE);
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be written; check the disk", e);
        } finally {
            remove(sealed);
        }
    }

    @Override
    public boolean fetchFile(DraftToken token, String fileId, Path to) {
        var object = store.open(fileKey(token, fileId));
        if (object.isEmpty()) {
            return false;
        }
        try (var open = object.get()) {
            seals.open(token, fileId, open.body(), to);
            return true;
        } catch (IOException e) {
            throw new ObjectStoreUnavailable("fetching a draft's file broke off; try again", e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("draft", ".sealed");
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be made; check the disk", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("A temporary file cannot be removed; reason=%s", e.getMessage());
        }
    }

    @Override
    public void removeFile(DraftToken token, String fileId) {
        store.delete(fileKey(token, fileId));
    }

    @Override
    public int sweep(Predicate<Resting> expired) {
        int swept = 0;
        var draft = new ArrayList<String>();
        try (var keys = store.list(FOLDER)) {
            for (var key : (Iterable<String>) keys::iterator) {
                if (!draft.isEmpty() && !folderOf(key).equals(folderOf(draft.getFirst()))) {
                    swept += sweep(draft, expired);
                    draft.clear();
                }
                draft.add(key);
            }
        }
        return swept + sweep(draft, expired);
    }

    private static String folderOf(String key) {
        return key.substring(0, key.indexOf('/', FOLDER.length()) + 1);
    }

    /** Files without any revision belong to a save that is under way, or to one that never ended. */
    private int sweep(List<String> draft, Predicate<Resting> expired) {
        var latest = draft.stream().filter(key -> !key.contains(FILES)).reduce((first, second) -> second);
        if (latest.flatMap(this::resting).filter(expired).isEmpty()) {
            return 0;
        }
        draft.forEach(store::delete);
        return 1;
    }

    private Optional<Resting> resting(String key) {
        return store.open(key).flatMap(object -> {
            try (object) {
                byte[] start = object.body().readNBytes((int) Math.min(LONGEST_LINE, object.size()));
                int end = endOfLine(start);
                return Optional.of(
                        Json.mapper().readValue(new String(start, 0, end, StandardCharsets.UTF_8), Resting.class));
            } catch (IOException | DraftSeals.Broken e) {
                LOG.warnf("A draft cannot be dated and is left alone; reason=%s", e.getMessage());
                return Optional.empty();
            }
        });
    }
}
