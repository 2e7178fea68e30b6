package org.rostrum.intake.adapter.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a status page shows beside the state: versions with their receipts, and what can still be done.
 *
 * @param changeUntil in words; absent if no closing is fixed
 * @param stillPublic address of an earlier version that is public until staff have decided about the one that stands
 * @param withdrawnAt in words; absent unless it was withdrawn
 * @param contact whom to write to once nothing can be changed any more
 */
public record AfterView(
        String reference,
        String query,
        List<VersionView> versions,
        boolean late,
        boolean inGrace,
        boolean mayChange,
        @Nullable String changeUntil,
        @Nullable String contact,
        @Nullable String stillPublic,
        @Nullable String withdrawnAt) {

    /** One version. */
    public record VersionView(int version, String number, String receivedAt, boolean standing) {}

    public boolean isAmended() {
        return versions.size() > 1;
    }
}
