package org.rostrum.contracts;

/** The way by which a version came in. */
public enum Channel {
    API,
    FORM,
    BULK
}
