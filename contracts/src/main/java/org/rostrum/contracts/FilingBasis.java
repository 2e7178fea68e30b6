package org.rostrum.contracts;

/** Why a passage is filed where it is: the box it was written in, a heading, its order, its content, or a person. */
public enum FilingBasis {
    BOX,
    HEADING,
    ORDER,
    CONTENT,
    STAFF
}
