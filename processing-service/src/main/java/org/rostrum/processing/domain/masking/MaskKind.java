package org.rostrum.processing.domain.masking;

/** What a mask hides, and the words that stand in its place. */
public enum MaskKind {
    EMAIL("[e-mail address removed]"),
    NAME("[name removed]"),
    ORGANISATION("[organisation removed]"),
    COUNTRY("[country removed]");

    private final String replacement;

    MaskKind(String replacement) {
        this.replacement = replacement;
    }

    public String replacement() {
        return replacement;
    }
}
