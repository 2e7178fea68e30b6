package org.rostrum.processing.domain.content;

/** What a passage says and whose box it stands in; an attachment is known by its words alone, since its ordinal may move. */
record Words(Origin origin, String text) {
    private static final Origin ANY_FILE = new Origin.File(0);

    static Words of(Content content, FiledPassage passage) {
        var origin = content.sourceOf(passage).origin();
        return new Words(origin instanceof Origin.File ? ANY_FILE : origin, content.textOf(passage));
    }

    @Override
    public String toString() {
        return "Words[not shown]";
    }
}
