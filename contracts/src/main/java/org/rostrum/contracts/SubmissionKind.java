package org.rostrum.contracts;

/** What a submission is to its round: an answer, a comment on a numbered item, a draft opinion, or an expert's name. */
public enum SubmissionKind {
    RESPONSE,
    COMMENT,
    PROPOSAL,
    NOMINATION
}
