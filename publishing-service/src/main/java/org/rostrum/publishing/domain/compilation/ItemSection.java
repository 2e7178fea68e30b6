package org.rostrum.publishing.domain.compilation;

import java.util.List;
import org.rostrum.contracts.ItemKind;
import org.rostrum.contracts.ItemNumber;

/**
 * One item with every passage filed under it.
 *
 * @param level 1 for a top item, 2 for its areas, and so on
 * @param heading number and title as printed
 * @param texts the item's words in the organiser's official languages
 * @param contributions how many contributions answer it
 */
public record ItemSection(
        ItemNumber number,
        ItemKind kind,
        int level,
        String heading,
        List<OfficialText> texts,
        int contributions,
        List<QuotedPassage> passages) {

    /** A text of the organiser, never an unofficial translation. */
    public record OfficialText(String language, String text) {}

    public ItemSection {
        texts = Absent.list(texts);
        passages = Absent.list(passages);
    }

    /** The texts that say more than the heading does. */
    public List<OfficialText> textsBeyondHeading() {
        return texts.stream()
                .filter(official -> !heading.regionMatches(
                        true,
                        heading.length() - official.text().length(),
                        official.text(),
                        0,
                        official.text().length()))
                .toList();
    }
}
