package org.rostrum.processing.adapter.pages;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.domain.flags.Found;
import org.rostrum.processing.domain.keypassages.Census;
import org.rostrum.processing.domain.keypassages.KeyPassages.Chosen;
import org.rostrum.processing.domain.keypassages.KeyTerms.Term;
import org.rostrum.processing.domain.keypassages.KeyTerms.Use;
import org.rostrum.processing.domain.keypassages.PassageAt;
import org.rostrum.processing.domain.keypassages.Profile;
import org.rostrum.processing.domain.keypassages.Representation;
import org.rostrum.processing.domain.keypassages.Said;
import org.rostrum.processing.domain.keypassages.Trait;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.ItemPassages.Tally;
import org.rostrum.processing.usecase.KeyPassageChoices.Choice;
import org.rostrum.processing.usecase.KeyPassagesView;
import org.rostrum.processing.usecase.KeyPassagesView.Dropped;
import org.rostrum.processing.usecase.KeyPassagesView.Meaning;
import org.rostrum.processing.usecase.KeyPassagesView.Outdated;
import org.rostrum.processing.usecase.KeyPassagesView.Position;
import org.rostrum.processing.usecase.KeyPassagesView.Quote;
import org.rostrum.processing.usecase.RoundTexts;

/** Key passages as staff meet them. */
public final class KeyPassageSamples {
    static final String ARABIC = "السفن تنتظر عند الجسر إحدى عشرة ساعة في المتوسط، ولا أحد يخبر الطاقم متى سيفتح.";
    static final RoundTexts.Of ROUND = new RoundTexts.Of(new ConsultationId("open-rivers-2026"), new RoundId("open"));
    private static final Choice ADAS =
            new Choice(new SubmissionId("1-" + "0".repeat(32)), "a".repeat(64), true, Samples.ADA, Samples.RECEIVED);

    private KeyPassageSamples() {}

    private static Said said(int n, String text, String group, String country, @Nullable String language) {
        return new Said(
                new PassageAt(new SubmissionId("1-%032x".formatted(n)), new PassageId(1, 3)),
                text,
                language,
                "respondent " + n,
                "family " + n,
                new Profile(group, country, "en"),
                true,
                1,
                1,
                Features.ofWords(language, Map.of(), Map.of()));
    }

    private static Quote quote(Case file, Said said, int near, boolean cleared, @Nullable Choice pin) {
        var text = "Position paper\n\n" + said.text();
        var span = new Span(16, text.length());
        var found = said.text().indexOf("pilots@");
        return new Quote(
                new Chosen(0, said, new Span(0, said.text().length()), near, near, pin != null),
                file,
                new FiledPassage(
                        3,
                        1,
                        span,
                        2,
                        said.language(),
                        new Filing(List.of(new ItemNumber("2.b")), .6, FilingBasis.CONTENT, List.of()),
                        false),
                new Source(1, new Origin.File(1), text, said.language()),
                span,
                file.publication() == Publication.PUBLIC ? said.profile().group() + " of the Upper Rhine" : null,
                found < 0 ? List.of() : List.of(new Found(FlagKind.EMAIL, new Span(found, found + 18))),
                cleared,
                pin,
                0);
    }

    /** Two quotes; every text of a stranger is the given one, where it is given. */
    public static KeyPassagesView view(String everywhere) {
        String text = everywhere.isEmpty()
                ? "In dry summers the fairway is 40 cm too shallow from July to October. A gauge with hourly figures would"
                        + " help more than dredging; write to pilots@example.org for ours."
                : everywhere;
        var one = said(1, text, everywhere.isEmpty() ? "Private sector" : everywhere, "CH", "en");
        var two = said(2, ARABIC, "Administrations", "EG", "ar");
        var published = Samples.file(
                1,
                Publication.PUBLIC,
                new Stage.Published(Samples.clearance(false), "/contributions/X", Samples.RECEIVED));
        var quotes = List.of(
                quote(published, one, 34, true, ADAS),
                quote(Samples.file(2, Publication.ANONYMOUS, new Stage.WithStaff()), two, 1, false, null));
        Map<SubmissionId, Reference> references = new HashMap<>();
        references.put(one.at().submission(), Samples.reference(1));
        references.put(two.at().submission(), Samples.reference(2));
        var census = Map.of(one.profile().group(), 40, "Administrations", 20, "Academia", 31, "", 9);
        var countries = new HashMap<String, Integer>(Map.of("CH", 50, "EG", 9));
        for (String code :
                List.of("FR", "DE", "NL", "BE", "LU", "AT", "LI", "IT", "ES", "PT", "SE", "NO", "FI", "DK")) {
            countries.put(code, 3);
        }
        var definition =
                Samples.consultation(everywhere.isEmpty() ? "depth of the fairway in dry summers" : everywhere);
        var round = definition.rounds().getFirst();
        return new KeyPassagesView(
                ROUND,
                definition,
                round,
                round.item(new ItemNumber("2.b")).orElseThrow(),
                new Tally(23_456, 20_001, 19_800, 23_450, Census.empty()),
                1_000,
                Meaning.BEING_READ,
                quotes,
                120,
                List.of(new Term(
                        everywhere.isEmpty() ? "hourly figures" : everywhere,
                        "en",
                        14,
                        12,
                        .24,
                        .01,
                        41.2,
                        List.of(new Use(one, new Span(Math.min(5, text.length()), Math.min(12, text.length())))))),
                List.of(new Position(everywhere.isEmpty() ? "gauge, figures" : everywhere, 30)),
                List.of(
                        Representation.of(
                                Trait.GROUP, census, List.of(one.profile().group(), "Administrations")),
                        Representation.of(Trait.COUNTRY, countries, List.of("CH", "EG")),
                        Representation.of(Trait.POSITION, Map.of("0", 30), List.of("0", "0"))),
                List.of(new Dropped(
                        Samples.reference(4),
                        new PassageId(1, 7),
                        everywhere.isEmpty() ? "Please do not build anything." : everywhere,
                        new Choice(
                                new SubmissionId("1-" + "4".repeat(32)),
                                "b".repeat(64),
                                false,
                                Samples.ADA,
                                Instant.parse("2026-09-08T10:00:00Z")))),
                List.of(new Outdated(
                        Samples.reference(5),
                        new Choice(
                                new SubmissionId("1-" + "5".repeat(32)),
                                "c".repeat(64),
                                true,
                                Samples.ADA,
                                Instant.parse("2026-09-08T10:00:00Z")))),
                references);
    }

    static KeyPassagesView empty() {
        var full = view("");
        return new KeyPassagesView(
                ROUND,
                full.definition(),
                full.round(),
                full.item(),
                new Tally(0, 0, 0, 0, Census.empty()),
                0,
                Meaning.NONE,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
