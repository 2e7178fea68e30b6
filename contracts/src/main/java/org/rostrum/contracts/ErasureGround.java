package org.rostrum.contracts;

/** Why a submission was erased. A closed list, so that nobody writes personal data into the reason. */
public enum ErasureGround {
    /** The respondent asked for it. */
    RESPONDENT_ASKED,
    /** It was sent in the name of somebody who did not send it. */
    NOT_THEIR_OWN,
    /** It holds personal data of other people, or what may not be published or kept. */
    UNLAWFUL_CONTENT,
    /** A law, a court or an authority demands it. */
    LEGAL_OBLIGATION,
    /** The time for which it may be kept is over. */
    NO_LONGER_NEEDED
}
