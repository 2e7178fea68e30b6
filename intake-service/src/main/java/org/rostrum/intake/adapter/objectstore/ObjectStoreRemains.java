package org.rostrum.intake.adapter.objectstore;

import java.util.Arrays;
import java.util.stream.Stream;
import org.rostrum.contracts.KebabCase;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.ErasedSubmission;
import org.rostrum.intake.domain.LetterKey.Occasion;
import org.rostrum.intake.usecase.RecordKey;
import org.rostrum.intake.usecase.Remains;
import org.rostrum.platform.objectstore.ObjectStore;

/** What is left of a submission, by the names under which the other adapters of this package have stored it. */
public final class ObjectStoreRemains implements Remains {
    private final ObjectStore store;
    private final Claims claims;

    public ObjectStoreRemains(ObjectStore store) {
        this.store = store;
        this.claims = new Claims(store);
    }

    @Override
    public void remove(ErasedSubmission mark) {
        claims.claimedBy(mark.submission()).stream()
                .map(ObjectStoreStagedFiles::folder)
                .forEach(this::empty);
        empty(Claims.of(mark.submission()));
        empty(ObjectStoreAttachments.folder(mark.submission()));
        empty(ObjectStoreStoredAttachments.aside(mark.submission()));
        mails(mark.reference()).forEach(this::empty);
        store.delete(StoredPaths.of(new RecordKey.OfWithdrawal(mark.reference())));
        store.delete(StoredPaths.of(new RecordKey.OfDispute(mark.reference())));
    }

    private static Stream<String> mails(Reference reference) {
        return ObjectStoreMailMarks.FOLDERS.stream()
                .flatMap(folder -> Arrays.stream(Occasion.values())
                        .map(occasion -> folder + KebabCase.of(occasion) + "-" + reference + "-"));
    }

    private void empty(String prefix) {
        try (var keys = store.list(prefix)) {
            keys.toList().forEach(store::delete);
        }
    }
}
