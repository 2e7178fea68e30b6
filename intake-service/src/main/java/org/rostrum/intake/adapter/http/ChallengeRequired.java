package org.rostrum.intake.adapter.http;

import org.rostrum.intake.domain.Challenge;

/** Carries a challenge out of a resource of the API. */
final class ChallengeRequired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Challenge challenge;

    ChallengeRequired(Challenge challenge) {
        super("a challenge is to be solved first");
        this.challenge = challenge;
    }

    Challenge challenge() {
        return challenge;
    }
}
