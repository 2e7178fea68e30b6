package org.rostrum.publishing.adapter.objectstore;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.platform.objectstore.ObjectMissing;
import org.rostrum.platform.objectstore.ObjectStore;
import org.rostrum.platform.objectstore.ObjectStoreUnavailable;
import org.rostrum.platform.objectstore.ObjectTampered;
import org.rostrum.publishing.domain.Artefact;
import org.rostrum.publishing.domain.RefusalReason;
import org.rostrum.publishing.usecase.Artefacts;
import org.rostrum.publishing.usecase.StoreUnavailable;

/** Reads public forms from processing's bucket, and only from there. */
public final class ObjectStoreArtefacts implements Artefacts {
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final ObjectStore cleared;
    private final String bucket;

    public ObjectStoreArtefacts(ObjectStore cleared, String bucket) {
        this.cleared = cleared;
        this.bucket = bucket;
    }

    @Override
    public Found find(ObjectRef reference) {
        if (!reference.bucket().equals(bucket) || reference.size() > MAX_BYTES) {
            return new Found.Broken(RefusalReason.ARTEFACT_TAMPERED);
        }
        try {
            var bytes = cleared.getVerified(reference.key(), reference.sha256());
            return bytes.length == reference.size() ? parse(bytes) : new Found.Broken(RefusalReason.ARTEFACT_TAMPERED);
        } catch (ObjectMissing e) {
            return new Found.Broken(RefusalReason.ARTEFACT_MISSING);
        } catch (ObjectTampered | IllegalArgumentException e) {
            return new Found.Broken(RefusalReason.ARTEFACT_TAMPERED);
        } catch (ObjectStoreUnavailable e) {
            throw new StoreUnavailable("an artefact could not be read", e);
        }
    }

    private static Found parse(byte[] bytes) {
        try {
            var tree = Json.mapper().readTree(bytes);
            return tree != null && tree.isObject()
                    ? new Found.Intact(new Artefact(texts(tree), contributorFields(tree), content(tree)))
                    : new Found.Broken(RefusalReason.ARTEFACT_MALFORMED);
        } catch (IOException e) {
            return new Found.Broken(RefusalReason.ARTEFACT_MALFORMED);
        }
    }

    private static Optional<PublicContribution> content(JsonNode tree) {
        try {
            return Optional.of(Json.mapper().treeToValue(tree, PublicContribution.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Set<String> contributorFields(JsonNode tree) {
        return tree.path("contributor").properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(field -> field.getKey())
                .collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode root) {
        var texts = new ArrayList<String>();
        collect(root, texts);
        return texts;
    }

    /** Depth is bounded by the parser (1,000 levels). */
    private static void collect(JsonNode node, List<String> into) {
        if (node.isTextual()) {
            into.add(node.asText());
        }
        node.properties().forEach(field -> into.add(field.getKey()));
        node.forEach(child -> collect(child, into));
    }
}
