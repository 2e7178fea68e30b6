package org.rostrum.publishing.domain.compilation;

import java.util.List;

/**
 * What arrived after the closing, apart from what was in time.
 *
 * @param items the items that something late answers, in printed order
 * @param answersNoQuestion late passages that answer none of the items
 */
public record Addendum(int contributions, List<ItemSection> items, List<QuotedPassage> answersNoQuestion) {
    public Addendum {
        items = Absent.list(items);
        answersNoQuestion = Absent.list(answersNoQuestion);
    }
}
