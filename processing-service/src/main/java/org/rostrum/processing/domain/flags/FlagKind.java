package org.rostrum.processing.domain.flags;

/** Why a person must look. */
public enum FlagKind {
    EMAIL,
    TELEPHONE,
    POSTAL_ADDRESS,
    BANK_ACCOUNT,
    PAYMENT_CARD,
    IDENTITY_NUMBER,
    IP_ADDRESS,
    PERSON_NAME,
    PROFANITY,
    THREAT,
    /** Characters that turn others around, show nothing, or pile up. */
    HIDDEN_CHARACTERS
}
