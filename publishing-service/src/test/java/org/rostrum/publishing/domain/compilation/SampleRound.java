package org.rostrum.publishing.domain.compilation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Audience;
import org.rostrum.contracts.Boundary;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemKind;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.PublicContribution.Contributor;
import org.rostrum.contracts.PublicContribution.PublicPassage;
import org.rostrum.contracts.PublicContribution.Source;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionKind;

/** An invented round with what real ones hold: six languages, an anonymous contribution, an item without answers, and malice. */
public final class SampleRound {
    public static final Instant AS_OF = Instant.parse("2024-10-07T09:30:15.250Z");
    public static final String ARABIC =
            "ينبغي أن تكون خدمات الإنترنت ميسورة التكلفة للجميع، ولا سيما في المناطق الريفية والنائية (بنسبة 15% على الأقل).";
    public static final String CHINESE = "发展中国家需要更多投资，以部署IPv6并缩小数字鸿沟。我们建议各方加强合作，共同提高网络的可负担性和安全性。";
    public static final String OVERRIDE = "This looks \u202Egnorw\u202C to a careless reader.";
    public static final List<String> HOSTILE = List.of(
            "<w:t>not a run</w:t><w:p/> & <b>bold</b> <script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "]]> closes nothing; &amp; stays as typed; {PAGE} { HYPERLINK \"https://example.org\" } ${jndi:ldap://x} {{7*7}}",
            "bell\u0007 and null\u0000 and half \uD83D are gone");

    private SampleRound() {}

    public static ConsultationDefinition definition() {
        return new ConsultationDefinition(
                new ConsultationId("strengthening-the-internet"),
                texts(
                        "en",
                        "The developmental aspects to strengthen the Internet",
                        "fr",
                        "Les aspects du développement"),
                LocalizedText.english("Council Working Group on Internet-related Public Policy"),
                "CL-24/14",
                null,
                ZoneId.of("Europe/Zurich"),
                List.of("en", "es"),
                List.of("fr", "ar", "zh", "ru"),
                groups("Member State", "Sector Member", "Academia", "Civil society", "Private sector"),
                null,
                null,
                List.of(),
                List.of(round()));
    }

    public static Round round() {
        return new Round(
                new RoundId("responses"),
                null,
                Audience.EVERYONE,
                List.of(SubmissionKind.RESPONSE),
                new Boundary("2024-03-19T00:00"),
                new Boundary("2024-09-07T23:59:59"),
                null,
                null,
                List.of(
                        question(
                                "1",
                                "How relevant could multilateral and multi-stakeholder processes, including but not limited"
                                        + " to those of the United Nations, be for the development of the Internet?"),
                        new Item(
                                new ItemNumber("2"),
                                ItemKind.QUESTION,
                                texts(
                                        "en",
                                        "What are the challenges and opportunities, good practices and favourable policy"
                                                + " environments to strengthen the Internet, including in areas such as:",
                                        "es",
                                        "¿Cuáles son los retos y las oportunidades para fortalecer Internet?",
                                        "fr",
                                        "Traduction non officielle"),
                                LocalizedText.english("Challenges and opportunities"),
                                List.of(),
                                List.of(
                                        area("2.a", "fostering meaningful connectivity"),
                                        area("2.b", "the deployment of IPv6"),
                                        area(
                                                "2.c",
                                                "using satellite communication to reach remote and underserved areas"))),
                        question("3", "How can international cooperation be promoted?")),
                null,
                null,
                List.of(),
                null);
    }

    /** Nine contributions, among them one of each kind that is easy to get wrong. */
    public static List<Cleared> contributions() {
        var all = new ArrayList<Cleared>();
        all.add(contribution(
                1,
                Publication.PUBLIC,
                new Contributor("Amina Diallo", "Director", "Ministry of Communications", null, "SN", "Member State"),
                "en",
                "We support affordable access.",
                passage(
                        1,
                        "Multilateral processes matter because they give every country a seat at the table. They"
                                + " should remain open to all stakeholders, publish their documents early, and report what"
                                + " became of each comment.\n\nWe therefore propose that the working group publishes a"
                                + " timetable for each round of consultation.",
                        FilingBasis.BOX,
                        "1"),
                passage(
                        2,
                        "Satellite capacity and IPv6 go together: without addresses, connected villages stay"
                                + " second-class. [name removed] can be reached at [e-mail address removed].",
                        FilingBasis.CONTENT,
                        "2.b",
                        "2.c")));
        all.add(contribution(
                2,
                Publication.PUBLIC,
                new Contributor(null, null, "Réseau pour l’accès", "Les villages du Sud", "FR", "Civil society"),
                "fr",
                null,
                passage(
                        1,
                        "L’accès abordable dépend d’abord de la concurrence ; « l’œuvre » commune vient ensuite. Là où un"
                                + " seul opérateur fixe les prix, ceux-ci baissent rarement.",
                        FilingBasis.HEADING,
                        "2.a")));
        all.add(contribution(
                3,
                Publication.PUBLIC,
                new Contributor("Lucía Ñáñez", null, "Universidad del Sur", null, "AR", "Academia"),
                "es",
                null,
                passage(1, "¿Cómo medir el progreso? Con datos abiertos y comparables.", FilingBasis.STAFF, "3")));
        all.add(contribution(
                4,
                Publication.PUBLIC,
                new Contributor("ليلى حداد", null, "هيئة تنظيم الاتصالات", null, "JO", "Member State"),
                "ar",
                null,
                passage(1, ARABIC, FilingBasis.BOX, "2.a"),
                passage(2, "نقترح نشر بروتوكول IPv6 في جميع المدارس بحلول عام 2030.", FilingBasis.CONTENT, "2.b")));
        all.add(contribution(
                5,
                Publication.PUBLIC,
                new Contributor(null, null, "中国互联网研究所", null, "CN", "Academia"),
                "zh",
                null,
                passage(1, CHINESE, FilingBasis.ORDER, "2.b")));
        all.add(contribution(
                6,
                Publication.PUBLIC,
                new Contributor("Иван Петров", null, "Институт связи", null, "RU", "Academia"),
                "ru",
                null,
                passage(1, "Необходимо развивать международное сотрудничество и доверие.", FilingBasis.BOX, "3")));
        all.add(contribution(
                7,
                Publication.ANONYMOUS,
                new Contributor(null, null, null, null, null, "Private sector"),
                "en",
                null,
                passage(
                        1,
                        "Our company, [organisation removed], asks for predictable licence fees.",
                        FilingBasis.CONTENT,
                        "2.a"),
                passage(2, "We thank the organisers for this consultation.", FilingBasis.CONTENT)));
        all.add(contribution(
                8,
                Publication.PUBLIC,
                new Contributor("<b>Bobby</b> \u202Eevil", null, "=HYPERLINK(1) & Sons ]]>", null, "Atlantis", null),
                null,
                "<script>alert('summary')</script>",
                passage(1, HOSTILE.get(0), FilingBasis.CONTENT, "1"),
                passage(2, HOSTILE.get(1), FilingBasis.CONTENT, "1", "1", "3"),
                passage(3, HOSTILE.get(2), FilingBasis.CONTENT),
                passage(4, HOSTILE.get(3), FilingBasis.CONTENT),
                passage(5, OVERRIDE, FilingBasis.STAFF),
                passage(6, "😀 An emoji, and a word without end: " + "x".repeat(400), FilingBasis.CONTENT)));
        all.add(contribution(
                9,
                Publication.PUBLIC,
                new Contributor(null, null, "איגוד האינטרנט", null, "IL", "Civil society"),
                "he",
                null,
                passage(1, "הגישה לאינטרנט היא זכות יסוד, גם בפריפריה.", FilingBasis.HEADING, "2.a"),
                passage(2, "This passage was filed under an item that no longer exists.", FilingBasis.STAFF, "99")));
        return List.copyOf(all);
    }

    public static Compilation compilation() {
        return Compilation.of(definition(), round(), contributions(), accounting(), AS_OF);
    }

    public static Compilation emptyCompilation() {
        return Compilation.of(definition(), round(), List.of(), new Accounting(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), AS_OF);
    }

    public static Accounting accounting() {
        return new Accounting(14, 9, 1, 2, 0, 1, 0, 0, 0, 1);
    }

    /** A round as large as one likes. */
    public static Compilation large(int contributions) {
        var text = "Affordable access depends on competition, on shared infrastructure and on skills. ".repeat(12);
        var all = IntStream.rangeClosed(1, contributions)
                .mapToObj(number -> contribution(
                        number,
                        Publication.PUBLIC,
                        new Contributor(null, null, "Organisation " + number, null, "CH", "Academia"),
                        "en",
                        null,
                        passage(1, number + ". " + text, FilingBasis.BOX, "1"),
                        passage(2, text + number, FilingBasis.CONTENT, "2.a")))
                .toList();
        return Compilation.of(
                definition(),
                round(),
                all,
                new Accounting(contributions, contributions, 0, 0, 0, 0, 0, 0, 0, 0),
                AS_OF);
    }

    public static Reference reference(int number) {
        return Reference.fromDigest(new byte[] {0, 0, 0, 0, 0, 0, (byte) (number >> 8), (byte) number});
    }

    static Cleared contribution(
            int number,
            Publication publication,
            Contributor contributor,
            @Nullable String language,
            @Nullable String summary,
            PublicPassage... passages) {
        var receivedAt = Instant.parse("2024-05-01T22:30:00Z").plusSeconds(number * 86_400L);
        return new Cleared(
                new PublicContribution(
                        PublicContribution.SCHEMA,
                        new SubmissionId("1-%032x".formatted(number)),
                        reference(number),
                        1,
                        new ConsultationId("strengthening-the-internet"),
                        new RoundId("responses"),
                        SubmissionKind.RESPONSE,
                        publication,
                        contributor,
                        language,
                        receivedAt,
                        summary,
                        List.of(passages),
                        List.of()),
                receivedAt.plusSeconds(3_600));
    }

    static PublicPassage passage(int ordinal, String text, FilingBasis basis, String... items) {
        var numbers = List.of(items).stream().map(ItemNumber::new).toList();
        var source = basis == FilingBasis.BOX
                ? new Source(null, numbers.getFirst(), null, 0, text.length())
                : new Source(1, null, ordinal, 0, text.length());
        return new PublicPassage(ordinal, text, null, numbers, basis, source);
    }

    private static Item question(String number, String text) {
        return new Item(
                new ItemNumber(number), ItemKind.QUESTION, LocalizedText.english(text), null, List.of(), List.of());
    }

    private static Item area(String number, String text) {
        return new Item(new ItemNumber(number), ItemKind.AREA, LocalizedText.english(text), null, List.of(), List.of());
    }

    private static LocalizedText texts(String... languagesAndTexts) {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < languagesAndTexts.length; i += 2) {
            texts.put(languagesAndTexts[i], languagesAndTexts[i + 1]);
        }
        return new LocalizedText(texts);
    }

    private static List<LocalizedText> groups(String... names) {
        return List.of(names).stream().map(LocalizedText::english).toList();
    }
}
