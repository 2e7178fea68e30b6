package org.rostrum.intake.adapter.objectstore;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.intake.usecase.StoredAttachments;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStore.ObjectFacts;

/** Sets attachments aside under {@code orphaned/}, with the rest of their key as it was. */
public final class ObjectStoreStoredAttachments implements StoredAttachments {
    private static final String ASIDE = "orphaned/";
    private static final Pattern KEY =
            Pattern.compile(ObjectStoreAttachments.FOLDER + "([^/]+)/([0-9]{1,5})/[0-9]+-[0-9a-f]{64}");

    private final ObjectStore store;

    public ObjectStoreStoredAttachments(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Stream<Stored> inPlace() {
        return store.listFacts(ObjectStoreAttachments.FOLDER).flatMap(facts -> parse(facts.key(), facts).stream());
    }

    @Override
    public Stream<Stored> aside() {
        return store.listFacts(ASIDE).flatMap(facts -> parse(facts.key().substring(ASIDE.length()), facts).stream());
    }

    static String aside(SubmissionId submission) {
        return ASIDE + ObjectStoreAttachments.folder(submission);
    }

    private static Optional<Stored> parse(String key, ObjectFacts facts) {
        var match = KEY.matcher(key);
        return match.matches()
                ? Optional.of(new Stored(
                        key, new SubmissionId(match.group(1)), Integer.parseInt(match.group(2)), facts.modifiedAt()))
                : Optional.empty();
    }

    @Override
    public void setAside(Stored attachment) {
        if (store.copy(attachment.key(), ASIDE + attachment.key())) {
            store.delete(attachment.key());
        }
    }

    @Override
    public void putBack(Stored attachment) {
        store.copy(ASIDE + attachment.key(), attachment.key());
        store.delete(ASIDE + attachment.key());
    }

    @Override
    public void forget(Stored attachment) {
        store.delete(ASIDE + attachment.key());
    }
}
