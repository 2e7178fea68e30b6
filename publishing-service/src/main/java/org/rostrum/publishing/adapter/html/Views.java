package org.rostrum.publishing.adapter.html;

import java.util.List;

/** What templates show; public because the template engine reads them. Empty texts stand for what is unknown. */
public final class Views {
    private Views() {}

    /** One text in one language, by BCP 47 tag. */
    public record Words(String text, String lang, String dir, String languageName, boolean unofficial) {}

    public record Link(String href, String text) {}

    public record Figure(String label, int count) {}

    public record Download(String href, String label) {}

    /** What a list of consultations says about one. */
    public record Card(
            String href,
            Words title,
            String organiser,
            String reference,
            List<RoundView> rounds,
            RoundView first,
            RoundView last,
            int contributions,
            String zone) {}

    /** One item in a round's list. */
    public record ItemLine(String number, Words words, String href, int contributions, boolean child) {}

    public record RoundView(
            String id,
            String title,
            String opens,
            String opensIso,
            String closes,
            String closesIso,
            String audience,
            String accepts,
            String followedBy,
            List<Figure> figures,
            boolean balances,
            List<ItemLine> items,
            String sameAs,
            List<Download> downloads,
            List<ExtensionView> extensions,
            boolean late) {}

    /** One moving of a round's closing. */
    public record ExtensionView(String from, String to, Words reason, String announced) {}

    /** One contribution in a list. */
    public record Line(
            String href,
            String reference,
            String who,
            String detail,
            String round,
            String date,
            String iso,
            int passages,
            boolean late) {}

    /** One passage with its evidence. */
    public record PassageView(
            String who,
            String detail,
            String round,
            String date,
            String iso,
            String href,
            String reference,
            String text,
            String lang,
            String basis,
            boolean suggested,
            String hint,
            boolean unfiled,
            boolean late) {}

    /** The passages of a contribution on one item. */
    public record Section(String number, Words words, String href, List<PassageView> passages) {}

    public record Fact(String label, String value, String iso) {}
}
