package org.rostrum.intake.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;

/**
 * A response that somebody is writing, in one of its two stages. Every change is a revision of its own, so that no writer
 * overwrites what another has written meanwhile.
 */
public sealed interface Draft {
    ConsultationId consultation();

    RoundId round();

    /** From 1; the next one is created only if nobody else has created it. */
    int revision();

    Instant savedAt();

    /**
     * Still being written. Holds personal data, so {@link #toString} shows nothing.
     *
     * @param key under which it will be sent, however often and from whichever window
     * @param language of the page on which it was written
     * @param opened the signed note of when the form was opened
     * @param fields what was typed, by name of the field; empty ones are absent
     * @param others what another window had typed into the same field at the same time; what is empty is absent in JSON
     */
    record Unfinished(
            ConsultationId consultation,
            RoundId round,
            int revision,
            Instant savedAt,
            String key,
            String language,
            String opened,
            Map<String, String> fields,
            List<DraftFile> files,
            List<OtherText> others)
            implements Draft {
        public Unfinished {
            fields = fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            files = files == null ? List.of() : List.copyOf(files);
            others = others == null ? List.of() : List.copyOf(others);
        }

        @Override
        public String toString() {
            return "Unfinished[revision=" + revision + "]";
        }
    }

    /** Sent: nothing of what was written is kept here. */
    record Sent(ConsultationId consultation, RoundId round, int revision, Instant savedAt, Reference reference)
            implements Draft {}

    /**
     * A file chosen already.
     *
     * @param id its name in the store
     * @param name as its sender named it: shown, never used as a path
     * @param begunAt when its upload straight into the store began, if it ended only after the closing: counts for the grace
     */
    record DraftFile(
            String id,
            String name,
            String mediaType,
            long size,
            @Nullable Instant begunAt) {
        public DraftFile(String id, String name, String mediaType, long size) {
            this(id, name, mediaType, size, null);
        }

        @Override
        public String toString() {
            return "DraftFile[size=" + size + "]";
        }
    }

    /** A text that lost against a later one in the same field, until its writer decides. */
    record OtherText(String field, String text, Instant savedAt) {
        @Override
        public String toString() {
            return "OtherText[field=" + field + "]";
        }
    }
}
