package org.rostrum.publishing.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of our own events: the same cause always has the same one, so that nobody counts an announcement twice. */
public final class EventIds {
    private EventIds() {}

    public static String published(String clearance) {
        return of("published", clearance);
    }

    /** Takes back the announcement with that id. */
    public static String unpublished(String published) {
        return of("unpublished", published);
    }

    public static String refused(String clearance, RefusalReason reason) {
        return of("refused", clearance, reason.code());
    }

    /** The ordinal says how many were announced for the round before, so that a return to an old text counts as new. */
    public static String issued(String round, int ordinal, String revision) {
        return of("issued", round, String.valueOf(ordinal), revision);
    }

    private static String of(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK of ours knows SHA-256", e);
        }
    }
}
