package org.rostrum.publishing.domain;

import org.rostrum.contracts.KebabCase;

/** Why a public form was not shown. */
public enum RefusalReason {
    ARTEFACT_MISSING,
    /** Another fingerprint, size or owner than the clearance says. */
    ARTEFACT_TAMPERED,
    /** Not the document it should be, or with characters that nobody can print. */
    ARTEFACT_MALFORMED,
    /** An e-mail address, or an identity that was to be hidden. */
    LEAK_FOUND;

    public String code() {
        return KebabCase.of(this);
    }
}
