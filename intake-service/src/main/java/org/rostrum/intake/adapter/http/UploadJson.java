package org.rostrum.intake.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.domain.UploadCheck.UploadDraft;
import org.rostrum.intake.domain.WrongField;

/** Reads the JSON that announces an upload, naming every wrong field at once. */
final class UploadJson {
    private static final Set<String> FIELDS = Set.of("fileName", "size", "sha256", "mediaType");

    private final List<WrongField> wrong = new ArrayList<>();

    private UploadJson() {}

    /** What was read, and what of it has the wrong shape. */
    record Reading(UploadDraft draft, List<WrongField> wrong) {}

    /** For the API's description only. */
    @Schema(name = "UploadAnnouncement", additionalProperties = Schema.False.class)
    record Announcement(
            @Schema(required = true, examples = "paper.pdf") String fileName,

            @Schema(required = true, description = "In bytes; exactly so many must arrive")
            long size,

            @Schema(description = "64 hexadecimal digits; recommended: the store then refuses anything else") @Nullable
            String sha256,

            @Schema(required = true, examples = "application/pdf")
            String mediaType) {}

    static Reading read(JsonNode root) {
        var reader = new UploadJson();
        return new Reading(reader.draft(root), List.copyOf(reader.wrong));
    }

    private UploadDraft draft(JsonNode root) {
        if (!root.isObject()) {
            wrong.add(new WrongField("", new WrongField.WrongType("an object")));
            return new UploadDraft(null, null, null, null);
        }
        root.fieldNames().forEachRemaining(this::requireKnown);
        return new UploadDraft(text(root, "fileName"), number(root), text(root, "sha256"), text(root, "mediaType"));
    }

    private void requireKnown(String name) {
        if (!FIELDS.contains(name)) {
            var pointer = "/" + name.replace("~", "~0").replace("/", "~1");
            wrong.add(new WrongField(pointer, new WrongField.UnknownField()));
        }
    }

    private @Nullable String text(JsonNode root, String name) {
        var node = root.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            wrong.add(new WrongField("/" + name, new WrongField.WrongType("a text")));
            return null;
        }
        return node.textValue();
    }

    private @Nullable Long number(JsonNode root) {
        var node = root.get("size");
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            wrong.add(new WrongField("/size", new WrongField.WrongType("a whole number of bytes")));
            return null;
        }
        return node.longValue();
    }
}
