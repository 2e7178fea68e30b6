package org.rostrum.processing.adapter.postgres;

import java.util.Arrays;
import java.util.List;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.text.UnreadFile;

/** A file in an attachment that could not be read, as it is kept. */
record StoredUnread(int number, String name, String reason) {

    static Sql.JsonValue of(List<UnreadFile> files) {
        return new Sql.JsonValue(files.stream()
                .map(file -> new StoredUnread(
                        file.number(), file.name(), file.reason().code()))
                .toList());
    }

    static List<UnreadFile> toFiles(StoredUnread... stored) {
        return Arrays.stream(stored)
                .map(file -> new UnreadFile(
                        file.number,
                        file.name,
                        QuarantineReason.ofCode(file.reason)
                                .orElseThrow(() ->
                                        new IllegalStateException("a file has the unknown reason " + file.reason))))
                .toList();
    }
}
