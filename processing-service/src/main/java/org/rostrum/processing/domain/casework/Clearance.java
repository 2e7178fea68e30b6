package org.rostrum.processing.domain.casework;

import java.time.Instant;
import org.rostrum.contracts.ObjectRef;

/**
 * Staff's decision that one exact version may go public, in one exact form.
 *
 * @param artefact the public form
 * @param clearedBy opaque subject of the account that decided
 * @param changedSince whether a passage was moved after it, so that the public form is no longer what staff see
 */
public record Clearance(int version, ObjectRef artefact, String clearedBy, Instant clearedAt, boolean changedSince) {

    public Clearance(int version, ObjectRef artefact, String clearedBy, Instant clearedAt) {
        this(version, artefact, clearedBy, clearedAt, false);
    }

    /** Whether it is of the public form with that fingerprint, which names the version too. */
    public boolean isOf(String artefactSha256) {
        return artefact.sha256().equals(artefactSha256);
    }

    Clearance changed() {
        return new Clearance(version, artefact, clearedBy, clearedAt, true);
    }
}
