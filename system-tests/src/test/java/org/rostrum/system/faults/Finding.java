package org.rostrum.system.faults;

/** Something that must not be. */
record Finding(Fault fault, String detail) {

    /** What can be wrong between what clients were told and what is there. */
    enum Fault {
        /** A receipt names a manifest that is not there. */
        MANIFEST_LOST,
        /** A manifest's bytes are not those whose fingerprint stands on the receipt. */
        MANIFEST_CHANGED,
        /** An attachment that a manifest names is not there. */
        ATTACHMENT_LOST,
        /** An attachment's bytes are not those that were sent. */
        ATTACHMENT_CHANGED,
        /** A manifest says something else than what was sent. */
        CONTENT_CHANGED,
        /** A manifest, acknowledged or not, has no record although intake had time to make one. */
        RECORD_LOST,
        /** One version has records under more than one event id. */
        RECORD_DOUBLED,
        /** A record speaks of another manifest than the one that is there. */
        RECORD_CHANGED,
        /** A record speaks of a manifest that is not there. */
        RECORD_WITHOUT_MANIFEST,
        /** One key has more than one submission. */
        TWO_SUBMISSIONS,
        /** One key has receipts that differ. */
        TWO_RECEIPTS,
        /** A receipt was given for what somebody else sent. */
        FOREIGN_RECEIPT,
        /** Two bodies were acknowledged under one key. */
        OTHER_BODY_ACKNOWLEDGED,
        /** A manifest that nobody sent. */
        INVENTED,
        /** An instant that is none of the request's. */
        WRONG_INSTANT,
        /** A valid request was refused. */
        WRONGLY_REFUSED
    }
}
