package org.rostrum.intake.adapter.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rostrum.contracts.Json;
import org.rostrum.intake.domain.LetterKey;
import org.rostrum.intake.usecase.MailMarks;
import org.rostrum.platform.objectstore.ObjectStore;

/** Marks under {@code mail/posted/}, {@code mail/given-up/} and {@code mail/put-off/}, by the mail's id. */
public final class ObjectStoreMailMarks implements MailMarks {
    private static final String JSON = "application/json";
    private static final String POSTED = "mail/posted/";
    private static final String GIVEN_UP = "mail/given-up/";
    private static final String PUT_OFF = "mail/put-off/";
    static final List<String> FOLDERS = List.of(POSTED, GIVEN_UP, PUT_OFF);
    private final ObjectStore store;

    public ObjectStoreMailMarks(ObjectStore store) {
        this.store = store;
    }

    @Override
    public boolean isDone(LetterKey key) {
        return store.exists(posted(key)) || store.exists(givenUp(key));
    }

    @Override
    public void posted(LetterKey key, Instant at) {
        store.put(posted(key), Json.writeCanonical(Map.of("at", at)), JSON);
        store.delete(putOff(key));
    }

    @Override
    public void givenUp(LetterKey key, String reply, Instant at) {
        store.put(givenUp(key), Json.writeCanonical(Map.of("at", at, "reply", reply)), JSON);
        store.delete(putOff(key));
    }

    @Override
    public void defer(Deferred deferred) {
        store.put(putOff(deferred.key()), Json.writeCanonical(deferred), JSON);
    }

    @Override
    public Optional<Deferred> deferred(LetterKey key) {
        return store.get(putOff(key)).map(ObjectStoreMailMarks::read);
    }

    @Override
    public List<Deferred> deferred() {
        try (var keys = store.list(PUT_OFF)) {
            return keys.flatMap(key -> store.get(key).stream())
                    .map(ObjectStoreMailMarks::read)
                    .toList();
        }
    }

    private static Deferred read(byte[] bytes) {
        try {
            return Json.mapper().readValue(bytes, Deferred.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a mark of a mail is damaged; remove it from " + PUT_OFF, e);
        }
    }

    private static String posted(LetterKey key) {
        return POSTED + key.id() + ".json";
    }

    private static String givenUp(LetterKey key) {
        return GIVEN_UP + key.id() + ".json";
    }

    private static String putOff(LetterKey key) {
        return PUT_OFF + key.id() + ".json";
    }
}
